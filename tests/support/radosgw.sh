#!/bin/sh
# Starts a real S3 (Debian's radosgw on one small Ceph, loopback only, no internal authentication: for tests only) in FOLDER.
#   tests/support/radosgw.sh start FOLDER    prints the S3_TEST_… settings, ready for `eval`
#   tests/support/radosgw.sh stop FOLDER     stops it; the folder may then be deleted
# Needs: apt-get install --no-install-recommends radosgw ceph-mon ceph-osd
set -eu
umask 077
action=${1:?start or stop}
[ -n "${2:-}" ] || { echo "usage: $0 start|stop FOLDER" >&2; exit 2; }
mkdir -p "$2"
D=$(cd "$2" && pwd)
C=$D/ceph.conf

if [ "$action" = stop ]; then
  for pid in "$D"/*.pid; do [ -f "$pid" ] && kill "$(cat "$pid")" 2>/dev/null || true; done
  exit 0
fi

for tool in ceph-mon ceph-osd ceph monmaptool radosgw radosgw-admin; do
  command -v $tool >/dev/null || { echo "missing: $tool (apt-get install --no-install-recommends radosgw ceph-mon ceph-osd)" >&2; exit 1; }
done
mon2=${RADOSGW_MON_PORT:-13300}
mon1=$((mon2 + 1))
port=${RADOSGW_PORT:-17480}
fsid=$(cat /proc/sys/kernel/random/uuid)
osd=$(cat /proc/sys/kernel/random/uuid)
addresses="[v2:127.0.0.1:$mon2,v1:127.0.0.1:$mon1]"
mkdir -p "$D/mon" "$D/osd" "$D/rgw"
cat > "$C" <<CONF
[global]
fsid = $fsid
mon host = $addresses
auth cluster required = none
auth service required = none
auth client required = none
ms mon client mode = crc
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 8
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 1000
public network = 127.0.0.0/8
cluster network = 127.0.0.0/8
run dir = $D
log file = $D/\$name.log
pid file = $D/\$name.pid
admin socket = $D/\$name.asok
[mon.a]
mon data = $D/mon
[osd.0]
osd data = $D/osd
osd objectstore = bluestore
bluestore block size = 6442450944
CONF
{
  monmaptool --create --fsid "$fsid" --addv a "$addresses" "$D/monmap"
  ceph-mon -c "$C" --mkfs -i a --monmap "$D/monmap"
  ceph-mon -c "$C" -i a
  ceph -c "$C" osd create "$osd"
  ceph-osd -c "$C" -i 0 --mkfs --osd-uuid "$osd"
  ceph -c "$C" osd crush add osd.0 1.0 root=default host=localhost
  ceph-osd -c "$C" -i 0
  tries=0
  until ceph -c "$C" osd stat | grep -q '1 up'; do
    tries=$((tries + 1))
    [ $tries -lt 60 ] || { echo "the store did not come up" >&2; exit 1; }
    sleep 1
  done
  radosgw-admin -c "$C" user create --uid=test --display-name=test --access-key=test-access --secret=test-secret
  radosgw -c "$C" -n client.admin --rgw_frontends="beast endpoint=127.0.0.1:$port" \
    --auth_client_required=none --ms_mon_client_mode=crc --rgw_data="$D/rgw" --pid_file="$D/rgw.pid"
  tries=0
  until curl -s -o "$D/answer" "http://127.0.0.1:$port/"; do
    tries=$((tries + 1))
    [ $tries -lt 60 ] || { echo "the gateway did not answer" >&2; exit 1; }
    sleep 1
  done
} > "$D/start.log" 2>&1 || { tail -20 "$D/start.log" >&2; exit 1; }
cat <<SETTINGS
export S3_TEST_ENDPOINT=http://127.0.0.1:$port S3_TEST_BUCKET=evidence-test S3_TEST_ACCESS_KEY=test-access S3_TEST_SECRET_KEY=test-secret
SETTINGS
