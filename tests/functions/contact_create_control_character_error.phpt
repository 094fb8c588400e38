--TEST--
Control characters are refused in each field of one line
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
foreach (["Mary\0", "Mary\r\nX-Evil: 1", "\tMary", "Mary\x7f"] as $text) {
    echo outcome(fn () => infusionsoft_contact_create(['email' => 'a@example.com', 'given_name' => $text])), "\n";
}
foreach ([
    ['email' => "a@example.com\0"],
    ['email' => "a@example.com\r\n"],
    ['phone' => "1\n2"],
    ['email' => 'a@example.com', 'addresses' => [['line1' => "1\n2"]]],
    ['email' => 'a@example.com', 'company' => ['company_name' => "1\e[0m"]],
] as $contact) {
    echo outcome(fn () => infusionsoft_contact_create($contact)), "\n";
}
var_dump($keap->journal());
?>
--EXPECT--
ValueError: Argument #1 ($contact) contact.given_name must be one line of text: it holds a control character (byte 0x00 at offset 4)
ValueError: Argument #1 ($contact) contact.given_name must be one line of text: it holds a control character (byte 0x0d at offset 4)
ValueError: Argument #1 ($contact) contact.given_name must be one line of text: it holds a control character (byte 0x09 at offset 0)
ValueError: Argument #1 ($contact) contact.given_name must be one line of text: it holds a control character (byte 0x7f at offset 4)
ValueError: Argument #1 ($contact) contact.email must be one line of text: it holds a control character (byte 0x00 at offset 13)
ValueError: Argument #1 ($contact) contact.email must be one line of text: it holds a control character (byte 0x0d at offset 13)
ValueError: Argument #1 ($contact) contact.phone must be one line of text: it holds a control character (byte 0x0a at offset 1)
ValueError: Argument #1 ($contact) contact.addresses[0].line1 must be one line of text: it holds a control character (byte 0x0a at offset 1)
ValueError: Argument #1 ($contact) contact.company.company_name must be one line of text: it holds a control character (byte 0x1b at offset 1)
array(0) {
}
