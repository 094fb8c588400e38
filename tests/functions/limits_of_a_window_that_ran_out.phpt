--TEST--
A window that has ended counts as unused; Keap's minutes and days begin on full ones
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require __DIR__ . '/../auth/clock.inc';
echo clock_obstacle();
?>
--FILE--
<?php
require __DIR__ . '/../auth/clock.inc';
lay_clock();
require __DIR__ . '/../keap/keap.inc';

const MINUTE = 60;
const DAY = 24 * HOUR;
// 15 seconds after noon, by the clock of this machine.
$noon = intdiv(time(), DAY) * DAY + DAY / 2;
$to_noon = $noon + 15 - time();
$tell = function (string $when) use ($noon): void {
    foreach (['day', 'minute', 'tenant_minute', 'tenant_day'] as $name) {
        ['limit' => $limit, 'available' => $available, 'used' => $used, 'resets_at' => $reset] = infusionsoft_limits()[$name];
        echo "$when, $name: $available of $limit, $used used, until ", gmdate('H:i', $reset), ' of day ', intdiv($reset - $noon, DAY), "\n";
    }
};
$keap->authorize();
set_clock($to_noon);
$keap->fault(['path' => '/crm', 'action' => 'status', 'status' => 200, 'body' => [], 'headers' => [
    'x-keap-product-quota-limit' => '1000', 'x-keap-product-quota-available' => '900', 'x-keap-product-quota-used' => '100',
    'x-keap-product-throttle-limit' => '500', 'x-keap-product-throttle-available' => '450', 'x-keap-product-throttle-used' => '50',
    'x-keap-tenant-throttle-limit' => '600|2000', 'x-keap-tenant-throttle-available' => '540|1800', 'x-keap-tenant-throttle-used' => '60|200',
]]);
infusionsoft_request('GET', '/rest/v2/contacts');
$tell('at once');
set_clock($to_noon + MINUTE);
$tell('a minute later');
set_clock($to_noon + 13 * HOUR);
$tell('the next day');
// A value that was seen in a later minute does not apply to this minute.
set_clock($to_noon - HOUR);
$tell('an hour earlier');
?>
--EXPECT--
at once, day: 900 of 1000, 100 used, until 00:00 of day 0
at once, minute: 450 of 500, 50 used, until 12:01 of day 0
at once, tenant_minute: 540 of 600, 60 used, until 12:01 of day 0
at once, tenant_day: 1800 of 2000, 200 used, until 00:00 of day 0
a minute later, day: 900 of 1000, 100 used, until 00:00 of day 0
a minute later, minute: 500 of 500, 0 used, until 12:02 of day 0
a minute later, tenant_minute: 600 of 600, 0 used, until 12:02 of day 0
a minute later, tenant_day: 1800 of 2000, 200 used, until 00:00 of day 0
the next day, day: 1000 of 1000, 0 used, until 00:00 of day 1
the next day, minute: 500 of 500, 0 used, until 01:01 of day 0
the next day, tenant_minute: 600 of 600, 0 used, until 01:01 of day 0
the next day, tenant_day: 2000 of 2000, 0 used, until 00:00 of day 1
an hour earlier, day: 900 of 1000, 100 used, until 00:00 of day 0
an hour earlier, minute: 500 of 500, 0 used, until 11:01 of day 0
an hour earlier, tenant_minute: 600 of 600, 0 used, until 11:01 of day 0
an hour earlier, tenant_day: 1800 of 2000, 200 used, until 00:00 of day 0
