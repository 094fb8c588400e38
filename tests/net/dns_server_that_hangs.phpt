--TEST--
With a DNS server that never answers, the connect timeout ends the call, and a signal does too
--SKIPIF--
<?php require __DIR__ . '/dns_skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/dns.inc';

run_with_a_hanging_dns_server($keap, <<<'PHP'
    echo outcome(fn () => infusionsoft_contact_get(1001)), "\n";
    ini_set('infusionsoft.connect_timeout_ms', '60000');
    ini_set('infusionsoft.timeout_ms', '120000');
    pcntl_alarm(1);
    echo outcome(fn () => infusionsoft_contact_get(1001)), "\n";
    PHP);
?>
--EXPECT--
TransportException, not sent
LogicException: alarm
soon
