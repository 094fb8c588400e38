--TEST--
An object in the path, the query or the body of an operation becomes what it stands for
--FILE--
<?php
require __DIR__ . '/objects.inc';
infusionsoft_fake(fn () => ['id' => '1']);
$show = function (): void {
    $request = infusionsoft_recorded()[count(infusionsoft_recorded()) - 1];
    echo $request['method'], ' ', $request['path'], ' ', json_encode($request['query']), ' ', json_encode($request['body']), "\n";
};
infusionsoft_call('getContact', ['contact_id' => Level::Gold, 'fields' => new Json(['id', new Text('email_addresses')])]);
$show();
infusionsoft_call('getContact', ['contact_id' => new Text('7')]);
$show();
// The formats of Keap's description decide: referral_time is a point in time, next_bill_date a date.
infusionsoft_call('createReferral', ['contact_id' => '2', 'referral_time' => midnight(), 'expiration_time' => new DateTime('2026-02-01 10:00 +01:00')]);
$show();
infusionsoft_call('updateSubscription', ['subscription_id' => 4, 'next_bill_date' => midnight(), 'quantity' => new Text('2')]);
$show();
infusionsoft_request('GET', '/rest/v2/x', ['since' => midnight(), 'level' => Level::Gold, 'names' => [new Text('a'), Language::English], 'all' => new Json([1, 2])]);
$show();
?>
--EXPECT--
GET /rest/v2/contacts/3 {"fields":"id,email_addresses"} null
GET /rest/v2/contacts/7 [] null
POST /rest/v2/referrals [] {"contact_id":"2","referral_time":"2026-01-30T11:30:00Z","expiration_time":"2026-02-01T09:00:00Z"}
PATCH /rest/v2/subscriptions/4 [] {"next_bill_date":"2026-01-31","quantity":2}
GET /rest/v2/x {"since":"2026-01-30T11:30:00Z","level":"3","names":["a","en_US"],"all":["1","2"]} null
