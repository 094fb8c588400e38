--TEST--
An account name may contain any byte except NUL
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

$names = array_map(chr(...), range(1, 255));
$names[] = str_repeat("\xff", 128);
$names[] = "a\r\nb";
foreach ($names as $name) {
    infusionsoft_token_import(['access_token' => 'at-' . bin2hex($name), 'refresh_token' => 'rt-x', 'expires_in' => 60], $name);
}
$wrong = array_filter($names, fn ($name) => infusionsoft_token_status($name)['account'] !== $name || state($name) !== 'valid');
echo count($names), ' ', count($wrong), "\n";
// Names are compared byte by byte: case and encoding matter.
infusionsoft_token_forget('A');
echo state('A'), ' ', state('a'), ' ', state("\xc3\x80"), "\n";
?>
--EXPECT--
257 0
missing valid missing
