/**
 * What people choose when twelve characters are demanded: keyboard walks, years behind a word, and the usual words of this place.
 * Compared in lower case with digits and signs at the end taken off, so one entry stands for its "…1", "…123!" and "…2026".
 */
export const TOP_PASSWORDS: ReadonlySet<string> = new Set([
  "", "password", "passwordpassword", "mypassword", "newpassword", "thepassword", "changeme", "changemenow", "letmein", "letmeinnow", "letmeinplease",
  "welcome", "welcomewelcome", "welcometo", "iloveyou", "iloveyouiloveyou", "iloveyousomuch", "qwerty", "qwertyqwerty", "qwertyuiop", "qwertyuiopasdf",
  "qwertyuiopå", "qwertyuiopasdfghjkl", "asdfghjkl", "asdfghjklæø", "asdfasdfasdf", "zxcvbnm", "zxcvbnmasdfghjkl", "qazwsxedc", "qazwsxedcrfv", "1qaz2wsx3edc", "1q2w3e4r5t6y",
  "1q2w3e4r", "1qaz2wsx", "q1w2e3r4t5y6", "abcdefghijkl", "abcdefghijklm", "abcdefghijklmnop", "abcabcabcabc", "abcd1234abcd", "aaaaaaaaaaaa", "admin", "administrator", "adminadmin", "adminadminadmin",
  "superadmin", "root", "rootroot", "rootrootroot", "toor", "guest", "test", "testtest", "testtesttest", "testing", "testpassword", "default", "secret", "secretsecret", "topsecret", "supersecret",
  "correcthorsebatterystaple", "correct horse battery staple", "trustno1", "monkey", "dragon", "football", "baseball", "superman", "batman", "sunshine", "princess", "starwars", "pokemon", "computer", "internet",
  "whatever", "nothing", "summer", "autumn", "winter", "spring", "january", "february", "november", "december", "september", "copenhagen", "denmark",
  "adgangskode", "minadgangskode", "nyadgangskode", "adgangskodeadgangskode", "kodeord", "kodeordkodeord", "mitkodeord", "hemmelig", "hemmelighed", "hemmeligt", "velkommen", "velkommenvelkommen", "velkommentil",
  "sommer", "sommerferie", "efterår", "efteraar", "vinter", "forår", "foraar", "januar", "februar", "oktober", "danmark", "danmarkdanmark", "københavn", "koebenhavn", "kobenhavn", "aarhus", "odense", "aalborg",
  "jegelskerdig", "jegelskerdigskat", "skatteskat", "fodbold", "brøndby", "broendby", "fckøbenhavn", "fckobenhavn", "liverpool", "liverpoolfc", "manchester", "manchesterunited",
  "tilsyn", "tilsynsportal", "tilsynsportalen", "databehandler", "dataansvarlig", "databeskyttelse", "datatilsynet", "persondata", "gdpr", "kommune", "kommunen",
]);
