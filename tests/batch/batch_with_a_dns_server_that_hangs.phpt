--TEST--
With a DNS server that never answers, the connect timeout ends the calls of a batch, and a signal ends the batch
--SKIPIF--
<?php require __DIR__ . '/../net/dns_skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../net/dns.inc';

run_with_a_hanging_dns_server($keap, <<<'PHP'
    $jobs = [create('ann'), create('ben'), fn () => infusionsoft_contact_get(1001)];
    results(infusionsoft_batch($jobs));
    ini_set('infusionsoft.connect_timeout_ms', '60000');
    ini_set('infusionsoft.timeout_ms', '120000');
    pcntl_alarm(1);
    echo outcome(fn () => iterator_to_array(infusionsoft_batch($jobs))), "\n";
    PHP);
?>
--EXPECT--
0: TransportException, not sent
1: TransportException, not sent
2: TransportException, not sent
LogicException: alarm
soon
