--TEST--
What a receiver got before a fatal error, an uncaught exception, an exit status or a second delivery is given again
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
function_exists('pcntl_fork') || print 'skip this PHP has no pcntl';
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

$url = infusionsoft_hook_url('https://example.com/hooks');
$delivery = fn (int $id): string => json_encode(['event_key' => 'contact.add', 'object_type' => 'contact', 'object_keys' => [['id' => $id, 'timestamp' => '2026-01-02T03:04:05Z']]]);
// Each runs in a PHP of its own: the end of the process is the end of the request.
$receive = fn (int $id): string => 'echo count(infusionsoft_hook_receive(' . var_export($url, true) . ', [], ' . var_export($delivery($id), true) . ')["events"]), " ";';
foreach ([
    'ends' => '',
    'ends after the same delivery twice' => $receive(2),
    'ends after two deliveries' => $receive(99),
    'exit(0)' => 'exit(0);',
    'exit(1)' => 'exit(1);',
    'an exception that nobody catches' => 'ini_set("display_errors", 0); throw new Exception;',
    'an exception that is caught' => 'try { throw new Exception; } catch (Exception) {}',
    'a fatal error' => 'ini_set("display_errors", 0); undefined();',
    'a child that ends well, and its parent not' => '$child = pcntl_fork(); $child === 0 ? exit(0) : pcntl_waitpid($child, $status); exit(1);',
    'a status of 503' => 'http_response_code(503);',
    'a status of 204' => 'http_response_code(204);',
] as $what => $then) {
    $id = ($id ?? 0) + 1;
    $first = $keap->php($receive($id) . $then);
    echo str_pad($what, 44), $first, 'then ', $keap->php($receive($id)), "\n";
}
?>
--EXPECT--
ends                                        1 then 0 
ends after the same delivery twice          1 1 then 0 
ends after two deliveries                   1 1 then 1 
exit(0)                                     1 then 0 
exit(1)                                     1 then 1 
an exception that nobody catches            1 then 1 
an exception that is caught                 1 then 0 
a fatal error                               1 then 1 
a child that ends well, and its parent not  1 then 1 
a status of 503                             1 then 1 
a status of 204                             1 then 0
