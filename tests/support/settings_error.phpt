--TEST--
A value of the configuration that makes no sense is refused with a warning that names the setting, and the default applies
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';

foreach ([
    'timeout_ms' => ['0', '-1', 'soon', '30 seconds', ''],
    'connect_timeout_ms' => ['0'],
    'max_wait_ms' => ['-1', 'never'],
    'retries' => ['-2', 'many'],
    'refresh_margin' => ['three hours', '-10800'],
    'max_accounts' => ['-5'],
    'priority' => ['high', 'LOW', ''],
    'fake' => ['on'],
] as $setting => $values) {
    foreach ($values as $value) {
        $show = 'echo ini_get("infusionsoft.' . $setting . '"), "\n";';
        $lines = array_filter(explode("\n", $keap->php($show, ["infusionsoft.$setting" => $value, 'display_startup_errors' => 1, 'html_errors' => 0, 'log_errors' => 0])));
        echo "'$value': ", preg_replace('/ in Unknown on line 0$/m', '', implode("\n  ", $lines)), "\n";
    }
}
// What PHP accepts in php.ini is accepted; at run time the answer is false, as for PHP's own settings.
echo $keap->php('var_dump(ini_get("infusionsoft.timeout_ms"), ini_set("infusionsoft.max_wait_ms", -1), ini_set("infusionsoft.retries", "many"), ini_set("infusionsoft.priority", "high"));', ['infusionsoft.timeout_ms' => '3K']);
?>
--EXPECT--
'0': Warning: infusionsoft.timeout_ms must be a number of milliseconds from 1 to 2147483647: the value of the configuration is refused and has no effect
  30000
'-1': Warning: infusionsoft.timeout_ms must be a number of milliseconds from 1 to 2147483647: the value of the configuration is refused and has no effect
  30000
'soon': Warning: infusionsoft.timeout_ms must be a number of milliseconds from 1 to 2147483647: the value of the configuration is refused and has no effect
  30000
'30 seconds': Warning: infusionsoft.timeout_ms must be a number of milliseconds from 1 to 2147483647: the value of the configuration is refused and has no effect
  30000
'': Warning: infusionsoft.timeout_ms must be a number of milliseconds from 1 to 2147483647: the value of the configuration is refused and has no effect
  30000
'0': Warning: infusionsoft.connect_timeout_ms must be a number of milliseconds from 1 to 2147483647: the value of the configuration is refused and has no effect
  5000
'-1': Warning: infusionsoft.max_wait_ms must be a number, at least 0: the value of the configuration is refused and has no effect
  2000
'never': Warning: infusionsoft.max_wait_ms must be a number, at least 0: the value of the configuration is refused and has no effect
  2000
'-2': Warning: infusionsoft.retries must be a number, at least 0: the value of the configuration is refused and has no effect
  3
'many': Warning: infusionsoft.retries must be a number, at least 0: the value of the configuration is refused and has no effect
  3
'three hours': Warning: infusionsoft.refresh_margin must be a number, at least 0: the value of the configuration is refused and has no effect
  10800
'-10800': Warning: infusionsoft.refresh_margin must be a number, at least 0: the value of the configuration is refused and has no effect
  10800
'-5': Warning: infusionsoft.max_accounts must be a number, at least 0: the value of the configuration is refused and has no effect
  128
'high': Warning: infusionsoft.priority must be "normal" or "low": the value of the configuration is refused and has no effect
  normal
'LOW': Warning: infusionsoft.priority must be "normal" or "low": the value of the configuration is refused and has no effect
  normal
'': Warning: infusionsoft.priority must be "normal" or "low": the value of the configuration is refused and has no effect
  normal
'on': Warning: infusionsoft.fake must be "strict" or empty: the value of the configuration is refused and has no effect
string(2) "3K"
bool(false)
bool(false)
bool(false)
