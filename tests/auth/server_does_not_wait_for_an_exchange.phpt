--TEST--
A server waits for no exchange: neither at the end of a request nor at its own
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (PHP_OS_FAMILY !== 'Linux') {
    echo 'skip needs Linux';
}
?>
--FILE--
<?php
$settings = ['infusionsoft.keepalive' => 0];
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

import_due($keap);
file_put_contents("$keap->folder/page.php", '<?php echo "a page";');
$keap->fault(['path' => '/token', 'hold' => 'after']);
$own = ['infusionsoft.keepalive' => 1] + json_decode(file_get_contents("$keap->folder/settings.json"), true);
$server = new KeapProcess(keap_php_command($own, ['-S', '127.0.0.1:0', "$keap->folder/page.php"]));
preg_match('~http://[\d.:]+~', $server->line(), $address);
echo file_get_contents("$address[0]/"), "\n";
$keap->wait('/token', phase: 'held');
echo file_get_contents("$address[0]/"), "\n";
$server->kill(2);
$server->output();
echo "the server has ended with status $server->status\n";
echo $keap->release(), " was held all the while\n";
wait_until(fn () => state() === 'valid');
echo state(), ' ', posts($keap), "\n";
?>
--EXPECT--
a page
a page
the server has ended with status 0
1 was held all the while
valid 1
