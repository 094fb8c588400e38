--TEST--
A call on a kept connection makes one write, the reads of the reply, and no other system call
--SKIPIF--
<?php
require __DIR__ . '/strace_skipif.inc';
require __DIR__ . '/prereq_skipif.inc';
?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/strace.inc';

$keap->authorize();
$tag = $keap->tag('Customer');
$calls = [
    'create' => 'infusionsoft_contact_create(["email" => "mary@example.com"]);',
    'create with duplicate_option' => 'infusionsoft_contact_create(["email" => "mary@example.com"], "Email");',
    'tag' => "infusionsoft_tag_apply($tag, 1001);",
    'get' => 'infusionsoft_contact_get(1001);',
    'POST without a body' => 'infusionsoft_request("POST", "/rest/v2/x");',
];
$keap->fault(['path' => '/crm/rest/v2/x', 'action' => 'status', 'status' => 200, 'times' => 0]);
foreach ($calls as $name => $call) {
    $made = names(system_calls($keap, $call, $call));
    // Before the write the connection is looked at; a record is read in two parts, and the reply may be two records.
    echo "$name: ", implode(' ', array_keys($made)), ", $made[sendto] write\n";
    echo $made['poll'] <= 4 && $made['recvfrom'] <= 5 ? '' : json_encode($made) . "\n";
}
var_dump($keap->violations());
?>
--EXPECT--
create: poll recvfrom sendto, 1 write
create with duplicate_option: poll recvfrom sendto, 1 write
tag: poll recvfrom sendto, 1 write
get: poll recvfrom sendto, 1 write
POST without a body: poll recvfrom sendto, 1 write
array(0) {
}
