-- All that the overview counts stands in one index, so that ten thousand agreements are counted without reading a single one.
create index agreement_overview_idx on agreement (controller_id, status, points, standing, concept, next_due_on);
drop index agreement_controller_id_status_points_standing_idx;
