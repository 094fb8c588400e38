--TEST--
Without a store infusionsoft_stats() sums the counters of a process and its forks
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (!function_exists('pcntl_fork')) {
    echo 'skip needs pcntl';
}
?>
--FILE--
<?php
$settings = ['infusionsoft.max_wait_ms' => 60000];
require __DIR__ . '/../keap/keap.inc';

$code = '
    $children = [];
    foreach (range(1, 4) as $ignored) {
        if (($child = pcntl_fork()) === 0) {
            infusionsoft_contact_find("a@example.com");
            infusionsoft_contact_find("b@example.com");
            exit;
        }
        $children[] = $child;
    }
    array_map(function (int $child) { pcntl_waitpid($child, $status); }, $children);
    infusionsoft_contact_find("a@example.com");
    echo infusionsoft_stats()["calls"], " calls\n";
';
$without = ['infusionsoft.api_key' => $keap->apiKey, 'infusionsoft.store_path' => '/nowhere'];
echo $keap->php($code, $without);
echo $keap->php('echo json_encode(infusionsoft_stats()["since"]);', $without), "\n";
?>
--EXPECT--
9 calls
null
