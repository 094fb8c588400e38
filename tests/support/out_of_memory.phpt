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
$names = ['call', 'batch', 'create', 'each', 'refused', 'fake'];
alloc_fails_anywhere($keap, $names, <<<'PHP'
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
        'batch' => fn () => iterator_to_array(infusionsoft_batch([fn () => infusionsoft_contact_get(7), 'time'], fn () => null)),
        'fake' => fn () => infusionsoft_fake([]),
    ];
    infusionsoft_logger(fn () => null);
    infusionsoft_fake(['getTag' => 404, 'listContacts' => [
        ['contacts' => [['id' => '1']], 'next_page_token' => 'a'],
        ['contacts' => [['id' => '2']]],
    ]]);
    PHP);
echo "not faked\n";
alloc_fails_anywhere($keap, ['call', 'batch'], <<<'PHP'
    $call = fn () => infusionsoft_request('GET', '/rest/v2/tags');
    $do = ['call' => $call, 'batch' => fn () => iterator_to_array(infusionsoft_batch([$call, $call]))];
    PHP);
?>
--EXPECT--
call: fatal errors, then allocations: some, alive
batch: fatal errors, then allocations: some, alive
create: fatal errors, then allocations: some, alive
each: fatal errors, then allocations: some, alive
refused: fatal errors, then allocations: some, alive
fake: fatal errors, then allocations: some, alive
not faked
call: fatal errors, then allocations: some, alive
batch: fatal errors, then allocations: some, alive
