--TEST--
The progress callable gets the number of finished, failed and running jobs and the time left after each job; an exception in it ends the batch
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';
require __DIR__ . '/batch.inc';

$keap->authorize();
$calls = ['a' => create('a'), 'b' => fn () => infusionsoft_contact_get(99), 'c' => create('c')];
$tell = function (int $done, int $failed, int $inFlight, ?float $secondsLeft): void {
    $left = match (true) { $secondsLeft === null => 'unknown', $secondsLeft > 0 => 'some', default => 'none' };
    echo "done $done, failed $failed, under way $inFlight, left $left\n";
};
results(infusionsoft_batch($calls, $tell, in_flight: 1));
results(infusionsoft_batch(new ArrayObject($calls), $tell, in_flight: 1));
results(infusionsoft_batch((fn () => yield from $calls)(), $tell, in_flight: 1));
$batch = infusionsoft_batch($calls, fn () => throw new LogicException('enough'), in_flight: 1);
echo outcome(fn () => results($batch)), "\n";
var_dump($batch->valid(), count($keap->journal('/crm')));
?>
--EXPECT--
done 1, failed 0, under way 0, left some
"a": "a"
done 2, failed 1, under way 0, left some
"b": ApiException 404 NOT_FOUND
done 3, failed 1, under way 0, left none
"c": "c"
done 1, failed 0, under way 0, left some
"a": "a"
done 2, failed 1, under way 0, left some
"b": ApiException 404 NOT_FOUND
done 3, failed 1, under way 0, left none
"c": "c"
done 1, failed 0, under way 0, left unknown
"a": "a"
done 2, failed 1, under way 0, left unknown
"b": ApiException 404 NOT_FOUND
done 3, failed 1, under way 0, left unknown
"c": "c"
LogicException: enough
bool(false)
int(10)
