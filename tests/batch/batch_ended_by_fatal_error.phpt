--TEST--
A fatal error may end PHP in a job of a batch, or in the loop over its results
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (getenv('USE_ZEND_ALLOC') === '0') {
    echo 'skip a memory checker is at work, and PHP leaves what suspended fibers hold to its own memory manager';
}
?>
--FILE--
<?php
$http2 = true;
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$run = function (string $inCall, string $beside) use ($keap): void {
    $keap->fault(['path' => '/crm/rest/v2/contacts/7', 'hold' => 'before', 'times' => 0]);
    $held = fn (string $id) => "fn () => infusionsoft_contact_get($id)";
    echo $keap->php(<<<PHP
        register_shutdown_function(fn () => print(infusionsoft_contact_find('nobody@example.com') ?? "shut down\n"));
        \$batch = infusionsoft_batch([{$held('7')}, {$held('77')}, function () use (\$keap) {
            infusionsoft_contact_find('nobody@example.com');
            \$keap->wait('/crm/rest/v2/contacts/7', 2, 'held');
            $inCall
        }], ordered: false);
        foreach (\$batch as \$key => \$result) {
            echo "\$key\n";
            $beside
        }
        PHP), "--\n";
    $keap->clearFaults();
    $keap->release();
};
$fatal = 'ini_set("display_errors", 0); eval("class Fiber {}");';
$run("echo \"fatal in a call\\n\"; $fatal", '');
$run('', "echo \"fatal beside\\n\"; $fatal");
var_dump($keap->violations());
?>
--EXPECT--
fatal in a call
shut down
--
2
fatal beside
shut down
--
array(0) {
}
