--TEST--
infusionsoft.fake of php.ini cannot be switched off by a script, and another value is refused with a warning
--INI--
infusionsoft.fake=strict
infusionsoft.configure=1
--FILE--
<?php
require __DIR__ . '/../keap/command.inc';
require __DIR__ . '/../keap/outcome.inc';

var_dump(ini_set('infusionsoft.fake', ''), ini_set('infusionsoft.fake', false));
ini_restore('infusionsoft.fake');
outcomes([
    'call' => fn () => infusionsoft_contact_get(7),
    'configure' => fn () => infusionsoft_configure(['fake' => '']),
]);
infusionsoft_fake(['getContact' => ['id' => '7']]);
outcomes(['with a fake' => fn () => infusionsoft_contact_get(7)]);

foreach (['on', '1', 'STRICT', ''] as $value) {
    $command = keap_php_command(['infusionsoft.fake' => $value, 'display_startup_errors' => 1, 'display_errors' => 1, 'html_errors' => 0, 'log_errors' => 0], ['-r', 'var_dump(ini_get("infusionsoft.fake"));']);
    echo "'$value': ", trim(preg_replace('/ in Unknown on line 0$/m', '', shell_exec(implode(' ', array_map('escapeshellarg', $command))))), "\n";
}
?>
--EXPECT--
bool(false)
bool(false)
call: Error: infusionsoft.fake is "strict", and no fake is on: GET /rest/v2/contacts/7 is not sent; give it a reply by infusionsoft_fake(['getContact' => ...])
configure: ValueError: Argument #1 ($settings) must hold settings; "fake" is not one
with a fake: {"id":"7"}
'on': Warning: infusionsoft.fake must be "strict" or empty: the value of the configuration is refused and has no effect
string(0) ""
'1': Warning: infusionsoft.fake must be "strict" or empty: the value of the configuration is refused and has no effect
string(0) ""
'STRICT': Warning: infusionsoft.fake must be "strict" or empty: the value of the configuration is refused and has no effect
string(0) ""
'': string(0) ""
