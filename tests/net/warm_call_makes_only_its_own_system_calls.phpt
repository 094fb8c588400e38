--TEST--
A call on a kept connection makes one write, the reads of the reply, and four system calls for its clock
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
    // A call that must wait for its slot takes the clock twice: none waits here.
    $made = names(system_calls($keap, $call, "usleep(50000); $call"));
    // Before the write the connection is looked at; a record is read in two parts, and the reply may be two records.
    // Before the call its clock is locked, read, written and unlocked.
    $clock = "$made[fcntl] fcntl, $made[pread64] pread, $made[pwrite64] pwrite";
    // libcurl 8.23 reads the descriptor that can wake its poll, once.
    $woken = $made['read'] ?? 0;
    unset($made['fcntl'], $made['pread64'], $made['pwrite64'], $made['read']);
    echo "$name: ", implode(' ', array_keys($made)), ", $made[sendto] write, $clock\n";
    echo $made['poll'] <= 4 && $made['recvfrom'] <= 5 && $woken <= 1 ? '' : json_encode($made) . "\n";
}
var_dump($keap->violations());
?>
--EXPECT--
create: poll recvfrom sendto, 1 write, 2 fcntl, 1 pread, 1 pwrite
create with duplicate_option: poll recvfrom sendto, 1 write, 2 fcntl, 1 pread, 1 pwrite
tag: poll recvfrom sendto, 1 write, 2 fcntl, 1 pread, 1 pwrite
get: poll recvfrom sendto, 1 write, 2 fcntl, 1 pread, 1 pwrite
POST without a body: poll recvfrom sendto, 1 write, 2 fcntl, 1 pread, 1 pwrite
array(0) {
}
