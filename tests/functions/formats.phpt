--TEST--
Dates, points in time, country codes and e-mail addresses in Keap's formats are sent as they are
--FILE--
<?php
infusionsoft_fake(fn () => ['id' => '1']);
foreach (['2026-01-31', '2024-02-29', '2000-02-29', ''] as $date) {
    infusionsoft_contact_create(['phone' => '1', 'birth_date' => $date]);
    infusionsoft_call('updateSubscription', ['subscription_id' => 4, 'next_bill_date' => $date]);
}
foreach (['2026-01-31T00:00:00Z', '2026-01-31T23:59:59.123456Z', '2026-01-31T00:00:00+01:00', '2026-01-31T00:00:00.000-0800', ''] as $time) {
    infusionsoft_call('createReferral', ['contact_id' => 2, 'referral_time' => $time]);
}
foreach (['DEU', 'USA', 'XKX', ''] as $code) { // XKX is what many use for Kosovo
    infusionsoft_contact_create(['addresses' => [['line1' => '1 Main St', 'country_code' => $code]]]);
}
foreach (['mary@example.com', "o'brien+keap_1@sub.example.co.uk", 'müller@exämple.de'] as $email) {
    infusionsoft_contact_create(['email' => $email]);
}
echo count(infusionsoft_recorded()), " sent\n";
?>
--EXPECT--
20 sent
