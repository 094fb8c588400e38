--TEST--
Where the system forbids the exchange helper, a call refreshes in its own process, and PHP says why
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
require_once __DIR__ . '/namespace.inc';
ob_start();
(new ReflectionExtension('infusionsoft'))->info();
if (!str_contains(ob_get_clean(), 'separate process (helper)')) {
    echo 'skip this build has no exchange helper';
} elseif (namespace_obstacle() !== '') {
    echo 'skip ', namespace_obstacle();
} elseif (!is_writable('/proc/sys/vm/memfd_noexec')) {
    echo 'skip this Linux cannot forbid programs in memory: it has no vm.memfd_noexec, or only root may set it';
}
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';
require_once __DIR__ . '/namespace.inc';

import_expired($keap);
$code = 'require "' . __DIR__ . '/grants.inc";
    echo call_keap(), "\n", infusionsoft_token_refresh(true)["state"], "\n";
    ob_start();
    (new ReflectionExtension("infusionsoft"))->info();
    echo implode("\n", preg_grep("/^Exchange/", explode("\n", ob_get_clean()))), "\n";';
// The setting holds for this namespace only.
$forbidden = ['sh', '-c', 'echo 2 >/proc/sys/vm/memfd_noexec && exec "$@"', 'sh'];
$settings = json_decode(file_get_contents("$keap->folder/settings.json"), true);
$process = new KeapProcess([...IN_A_NAMESPACE, ...$forbidden, ...keap_php_command($settings, ['-r', $code])]);
echo $process->output();
echo call_keap(), ', ', posts($keap), ' refreshes, ', json_encode($keap->violations()), "\n";
?>
--EXPECT--
called
valid
Exchange => in this process: the system forbids programs in memory (vm.memfd_noexec)
called, 2 refreshes, []
