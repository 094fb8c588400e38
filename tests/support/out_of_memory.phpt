--TEST--
Where PHP's memory ends at any allocation, PHP ends with its fatal error, and not with a crash
--SKIPIF--
<?php
require __DIR__ . '/../keap/skipif.inc';
if (PHP_ZTS || PHP_VERSION_ID >= 80400) {
    echo 'skip the extension alloc_fails is for PHP before 8.4 without threads';
}
?>
--FILE--
<?php
require __DIR__ . '/alloc_fails.inc';
require __DIR__ . '/../keap/keap.inc';

$keap->authorize();
$names = ['call', 'create', 'each', 'refused', 'fake', 'update', 'upsert', 'tags', 'objects', 'wrong', 'filter', 'hooks'];
alloc_fails_anywhere($keap, $names, <<<'PHP'
    // PHP itself crashes where memory ends while it makes these objects.
    $day = new DateTime('2000-02-01');
    $object = new ArrayObject();
    $contact = ['email' => 'a@example.com', 'given_name' => 'A', 'custom_fields' => [['id' => '5', 'content' => 'x']]];
    $do = [
        'call' => fn () => infusionsoft_contact_get(7),
        'create' => fn () => infusionsoft_contact_create($contact, 'Email'),
        'each' => fn () => iterator_to_array(infusionsoft_each('listContacts', ['page_size' => 1]), false),
        'refused' => function () {
            try {
                infusionsoft_call('getTag', ['tag_id' => 9]);
            } catch (Infusionsoft\ApiException) {
            }
        },
        'fake' => fn () => infusionsoft_fake([]),
        'update' => fn () => infusionsoft_contact_update(7, ['given_name' => 'B'] + $contact),
        'upsert' => fn () => infusionsoft_contact_upsert($contact),
        'tags' => fn () => infusionsoft_tag_apply([5, 6], [1, 2]),
        'objects' => fn () => infusionsoft_contact_create(['birth_date' => $day] + $contact),
        'wrong' => fn () => infusionsoft_contact_create(['given_name' => $object]),
        'hooks' => fn () => infusionsoft_hooks_sync(['contact.add' => 'https://example.com/hooks', 'contact.edit' => 'https://example.com/hooks']),
        'filter' => fn () => iterator_to_array(infusionsoft_each('listContacts', ['filter' => ['email' => 'a@example.com']]), false),
    ];
    infusionsoft_logger(fn () => null);
    infusionsoft_fake(['getTag' => 404, 'listContacts' => [
        ['contacts' => [['id' => '1']], 'next_page_token' => 'a'],
        ['contacts' => [['id' => '2']]],
    ]]);
    PHP);
echo "not faked\n";
alloc_fails_anywhere($keap, ['call', 'upsert', 'status', 'hook'], <<<'PHP'
    $call = fn () => infusionsoft_request('GET', '/rest/v2/tags');
    $do = [
        'call' => $call,
        'upsert' => fn () => infusionsoft_contact_upsert(['email' => 'a@example.com', 'given_name' => 'A']),
        'status' => fn () => [infusionsoft_token_status(), infusionsoft_accounts(), infusionsoft_last_reply()],
        'hook' => fn () => infusionsoft_hook_receive(infusionsoft_hook_url('https://example.com/hooks?a=b'), ['X-Hook-Secret' => ['x']],
            '{"event_key":"contact.add","object_keys":[{"id":5,"timestamp":"2026-01-02T03:04:05Z","more":[1]},{"id":"6"}]}'),
    ];
    PHP);
?>
--EXPECT--
call: fatal errors, then allocations: some, alive
create: fatal errors, then allocations: some, alive
each: fatal errors, then allocations: some, alive
refused: fatal errors, then allocations: some, alive
fake: fatal errors, then allocations: some, alive
update: fatal errors, then allocations: some, alive
upsert: fatal errors, then allocations: some, alive
tags: fatal errors, then allocations: some, alive
objects: fatal errors, then allocations: some, alive
wrong: fatal errors, then ValueError, allocations: some, alive
filter: fatal errors, then allocations: some, alive
hooks: fatal errors, then allocations: some, alive
not faked
call: fatal errors, then allocations: some, alive
upsert: fatal errors, then allocations: some, alive
status: fatal errors, then allocations: some, alive
hook: fatal errors, then allocations: some, alive
