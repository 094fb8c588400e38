--TEST--
Abandoned jobs whose `finally` throws: the last exception is caught where the batch is released, the others are its previous ones
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/batch.inc';

$keap->authorize();
$abandoned = fn (string $name) => function () use ($name) {
    try {
        infusionsoft_contact_get(7);
    } finally {
        throw new LogicException($name);
    }
};
$begun = function () use ($abandoned): Infusionsoft\Batch {
    $batch = infusionsoft_batch([fn () => 1, ...array_map($abandoned, ['a', 'b', 'c'])], ordered: false);
    $batch->valid();
    return $batch;
};
$tell = function (Throwable $error): void {
    for ($texts = []; $error; $error = $error->getPrevious()) {
        $texts[] = $error->getMessage();
    }
    echo implode(' <- ', $texts), "\n";
};
$unset = function () use ($begun, $tell): void {
    $batch = $begun();
    try {
        unset($batch);
        echo "not reached\n";
    } catch (LogicException $error) {
        echo 'at unset(): ', $tell($error);
    }
    try {
        (function () use ($begun) {
            $batch = $begun();
        })();
        echo "not reached\n";
    } catch (LogicException $error) {
        echo 'at the end of a function: ', $tell($error);
    }
    try {
        (function () use ($begun) {
            $batch = $begun();
            throw new LogicException('thrown before');
        })();
        echo "not reached\n";
    } catch (LogicException $error) {
        echo 'while another is under way: ', $tell($error);
    }
};
try {
    $unset();
} catch (LogicException $error) {
    echo 'MISSED: ', $tell($error);
}
echo $keap->php('
    $job = function () { try { infusionsoft_contact_get(7); } finally { throw new LogicException("finally"); } };
    foreach (infusionsoft_batch([fn () => 1, $job, $job], ordered: false) as $result) { exit("exit is exit\n"); }');
?>
--EXPECT--
at unset(): c <- b <- a
at the end of a function: c <- b <- a
while another is under way: c <- b <- a <- thrown before
exit is exit
