--TEST--
A date, a point in time, a country code or an e-mail address in another format is refused with the expected form
--FILE--
<?php
require __DIR__ . '/../keap/outcome.inc';

infusionsoft_fake([]);
$contact = fn (array $fields) => print outcome(fn () => infusionsoft_contact_create($fields + ['phone' => '1'])) . "\n";
foreach (['2026-02-30', '2025-02-29', '1900-02-29', '2026-13-01', '31.01.2026', '2026-1-31', '2026-01-31T00:00:00Z', "2026-01-31\u{a0}"] as $date) {
    $contact(['birth_date' => $date]);
}
$contact(['anniversary_date' => '01/31/2026']);
foreach (['2026-01-31', '2026-02-30T00:00:00Z', '2026-01-31 00:00:00Z', '2026-01-31T00:00:00', '2026-01-31T24:00:00Z', '2026-01-31T00:00:00.Z', '2026-01-31T00:00Z', '2026-01-31T00:00:00+1:00'] as $time) {
    echo outcome(fn () => infusionsoft_call('createReferral', ['contact_id' => 2, 'referral_time' => $time])), "\n";
}
foreach (['DE', 'Germany', 'deu', 'Germny', 'UK', 'united states', 'Côte d\'Ivoire', 'XX', 'QQ1', 'Atlantis, the lost continent'] as $country) {
    $contact(['addresses' => [['country_code' => $country]]]);
}
foreach ([
    'USA ', ' gbr', 'USA.', 'Kosovo', 'Trinidad & Tobago', 'St. Lucia', 'Réunion', 'Austira', 'Nigerie', // meant
    'Virgin Islands', 'Malia', 'GBX', 'Slovia', // more than one, or none
] as $country) {
    preg_match('/did you mean "(\w+)"/', outcome(fn () => infusionsoft_contact_create(['addresses' => [['country_code' => $country]]])), $found);
    echo trim($country), ': ', $found[1] ?? 'none', "\n";
}
foreach (['mary', 'mary@', '@example.com', 'a@b@c', 'mary @example.com', "mary@example.com\u{a0}", "mary@example.com\u{200b}", "\u{feff}mary@example.com", 'mary@example.com '] as $email) {
    $contact(['email' => $email]);
}
foreach (["\u{80}", "\u{ad}", "\u{34f}", "\u{61c}", "\u{115f}", "\u{17b4}", "\u{180e}", "\u{2060}", "\u{2800}", "\u{3164}", "\u{fe0f}", "\u{ffa0}", "\u{fff9}", "\u{1bca0}", "\u{1d173}", "\u{e0020}"] as $character) {
    preg_match('/U\+\w+/', outcome(fn () => infusionsoft_contact_create(['email' => "mary@example.com$character"])), $found);
    echo $found[0] ?? 'accepted', "\n";
}
$contact(['email_addresses' => [['email' => 'a@example.com'], ['email' => "b@example.com\u{202f}"]]]);
$contact(['email_addresses' => [['email' => '']]]);
echo outcome(fn () => infusionsoft_contact_find("mary@example.com\u{a0}")), "\n";
var_dump(infusionsoft_recorded());
?>
--EXPECT--
ValueError: Argument #1 ($contact) contact.birth_date must be a date of the calendar in the form 2026-01-31 (or a DateTimeInterface), "2026-02-30" given
ValueError: Argument #1 ($contact) contact.birth_date must be a date of the calendar in the form 2026-01-31 (or a DateTimeInterface), "2025-02-29" given
ValueError: Argument #1 ($contact) contact.birth_date must be a date of the calendar in the form 2026-01-31 (or a DateTimeInterface), "1900-02-29" given
ValueError: Argument #1 ($contact) contact.birth_date must be a date of the calendar in the form 2026-01-31 (or a DateTimeInterface), "2026-13-01" given
ValueError: Argument #1 ($contact) contact.birth_date must be a date of the calendar in the form 2026-01-31 (or a DateTimeInterface), "31.01.2026" given
ValueError: Argument #1 ($contact) contact.birth_date must be a date of the calendar in the form 2026-01-31 (or a DateTimeInterface), "2026-1-31" given
ValueError: Argument #1 ($contact) contact.birth_date must be a date of the calendar in the form 2026-01-31 (or a DateTimeInterface), "2026-01-31T00:00:00Z" given
ValueError: Argument #1 ($contact) contact.birth_date must be a date of the calendar in the form 2026-01-31 (or a DateTimeInterface), "2026-01-31 " given
ValueError: Argument #1 ($contact) contact.anniversary_date must be a date of the calendar in the form 2026-01-31 (or a DateTimeInterface), "01/31/2026" given
ValueError: Argument #2 ($parameters) createReferral.referral_time must be a point in time in the form 2026-01-31T00:00:00Z, with Z or an offset such as +01:00 (or a DateTimeInterface), "2026-01-31" given
ValueError: Argument #2 ($parameters) createReferral.referral_time must be a point in time in the form 2026-01-31T00:00:00Z, with Z or an offset such as +01:00 (or a DateTimeInterface), "2026-02-30T00:00:00Z" given
ValueError: Argument #2 ($parameters) createReferral.referral_time must be a point in time in the form 2026-01-31T00:00:00Z, with Z or an offset such as +01:00 (or a DateTimeInterface), "2026-01-31 00:00:00Z" given
ValueError: Argument #2 ($parameters) createReferral.referral_time must be a point in time in the form 2026-01-31T00:00:00Z, with Z or an offset such as +01:00 (or a DateTimeInterface), "2026-01-31T00:00:00" given
ValueError: Argument #2 ($parameters) createReferral.referral_time must be a point in time in the form 2026-01-31T00:00:00Z, with Z or an offset such as +01:00 (or a DateTimeInterface), "2026-01-31T24:00:00Z" given
ValueError: Argument #2 ($parameters) createReferral.referral_time must be a point in time in the form 2026-01-31T00:00:00Z, with Z or an offset such as +01:00 (or a DateTimeInterface), "2026-01-31T00:00:00.Z" given
ValueError: Argument #2 ($parameters) createReferral.referral_time must be a point in time in the form 2026-01-31T00:00:00Z, with Z or an offset such as +01:00 (or a DateTimeInterface), "2026-01-31T00:00Z" given
ValueError: Argument #2 ($parameters) createReferral.referral_time must be a point in time in the form 2026-01-31T00:00:00Z, with Z or an offset such as +01:00 (or a DateTimeInterface), "2026-01-31T00:00:00+1:00" given
ValueError: Argument #1 ($contact) contact.addresses[0].country_code must be a country's code of three letters, such as USA, "DE" given; did you mean "DEU"?
ValueError: Argument #1 ($contact) contact.addresses[0].country_code must be a country's code of three letters, such as USA, "Germany" given; did you mean "DEU"?
ValueError: Argument #1 ($contact) contact.addresses[0].country_code must be a country's code of three letters, such as USA, "deu" given; did you mean "DEU"?
ValueError: Argument #1 ($contact) contact.addresses[0].country_code must be a country's code of three letters, such as USA, "Germny" given; did you mean "DEU"?
ValueError: Argument #1 ($contact) contact.addresses[0].country_code must be a country's code of three letters, such as USA, "UK" given; did you mean "GBR"?
ValueError: Argument #1 ($contact) contact.addresses[0].country_code must be a country's code of three letters, such as USA, "united states" given; did you mean "USA"?
ValueError: Argument #1 ($contact) contact.addresses[0].country_code must be a country's code of three letters, such as USA, "Côte d'Ivoire" given; did you mean "CIV"?
ValueError: Argument #1 ($contact) contact.addresses[0].country_code must be a country's code of three letters, such as USA, "XX" given
ValueError: Argument #1 ($contact) contact.addresses[0].country_code must be a country's code of three letters, such as USA, "QQ1" given
ValueError: Argument #1 ($contact) contact.addresses[0].country_code must be a country's code of three letters, such as USA, "Atlantis, the lost continent" given
USA: USA
gbr: GBR
USA.: USA
Kosovo: XKX
Trinidad & Tobago: TTO
St. Lucia: LCA
Réunion: REU
Austira: AUT
Nigerie: NGA
Virgin Islands: none
Malia: none
GBX: none
Slovia: none
ValueError: Argument #1 ($contact) contact.email must be an e-mail address, such as mary@example.com
ValueError: Argument #1 ($contact) contact.email must be an e-mail address, such as mary@example.com
ValueError: Argument #1 ($contact) contact.email must be an e-mail address, such as mary@example.com
ValueError: Argument #1 ($contact) contact.email must be an e-mail address, such as mary@example.com
ValueError: Argument #1 ($contact) contact.email must be an e-mail address, such as mary@example.com
ValueError: Argument #1 ($contact) contact.email must be an e-mail address, such as mary@example.com: it holds the space or invisible character U+00A0 at byte 16. Remove it
ValueError: Argument #1 ($contact) contact.email must be an e-mail address, such as mary@example.com: it holds the space or invisible character U+200B at byte 16. Remove it
ValueError: Argument #1 ($contact) contact.email must be an e-mail address, such as mary@example.com: it holds the space or invisible character U+FEFF at byte 0. Remove it
ValueError: Argument #1 ($contact) contact.email must be an e-mail address, such as mary@example.com
U+0080
U+00AD
U+034F
U+061C
U+115F
U+17B4
U+180E
U+2060
U+2800
U+3164
U+FE0F
U+FFA0
U+FFF9
U+1BCA0
U+1D173
U+E0020
ValueError: Argument #1 ($contact) contact.email_addresses[1].email must be an e-mail address, such as mary@example.com: it holds the space or invisible character U+202F at byte 13. Remove it
ValueError: Argument #1 ($contact) contact.email_addresses[0].email must not be empty: leave it out, or give null
ValueError: Argument #1 ($email) must be one whole e-mail address, without blanks, invisible characters, "*", ";" or "=="
array(0) {
}
