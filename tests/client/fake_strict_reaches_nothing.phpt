--TEST--
While infusionsoft.fake is "strict", nothing without a fake reaches Keap or the store: calls, lists, uploads, batches, refreshes and codes
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../auth/grants.inc';

function store(Keap $keap): array
{
    $files = glob("{$keap->storePath()}/*");
    return array_combine($files, array_map(md5_file(...), $files));
}

import_due($keap); // without a fake, each process would refresh it, at its end at the latest
$before = store($keap);
$calls = <<<'PHP'
    require 'ROOT/../keap/outcome.inc';
    outcomes([
        'create' => fn () => infusionsoft_contact_create(['email' => 'mary@example.com']),
        'upsert' => fn () => infusionsoft_contact_upsert(['email' => 'mary@example.com']),
        'tag' => fn () => infusionsoft_tag_find('Customer'),
        'call' => fn () => infusionsoft_call('getContact', ['contact_id' => 7]),
        'upload' => fn () => infusionsoft_call('createFile', ['file' => 'ROOT/../keap/keap.inc', 'file_name' => 'a', 'file_association' => 'COMPANY']),
        'list' => fn () => iterator_to_array(infusionsoft_each('listContacts')),
        'request' => fn () => infusionsoft_request('GET', '/rest/v2/brand/new', ['email' => 'hidden@example.com']),
        'other account' => fn () => infusionsoft_contact_get(7, null, 'second'),
        'batch' => fn () => array_map(fn ($error) => $error::class, iterator_to_array(infusionsoft_batch([fn () => infusionsoft_contact_get(7), fn () => infusionsoft_tag_find('A')]))),
        'refresh' => fn () => infusionsoft_token_refresh(),
        'forced refresh' => fn () => infusionsoft_token_refresh(true),
        'code' => fn () => infusionsoft_authorize('code', 'https://example.com/cb'),
        'import' => fn () => infusionsoft_token_import(['api_key' => 'x']),
        'forget' => fn () => infusionsoft_token_forget(),
        'wrong argument' => fn () => infusionsoft_contact_get('x'),
        'status' => fn () => infusionsoft_token_status()['generation'],
        'accounts' => fn () => array_column(infusionsoft_accounts(), 'account'),
        'limits' => fn () => infusionsoft_limits()['seen_at'],
        'recorded' => fn () => infusionsoft_recorded(),
    ]);
    PHP;
$calls = str_replace('ROOT', __DIR__, $calls);
echo $set = $keap->php($calls, ['infusionsoft.fake' => 'strict']);
echo "by ini_set(): ", $keap->php("ini_set('infusionsoft.fake', 'strict'); $calls") === $set ? 'the same' : 'another', "\n";
echo json_encode(array_column($keap->journal(), 'route')), ' requests, the store is ', store($keap) === $before ? 'unchanged' : 'changed', "\n";
$keap->php('infusionsoft_token_refresh();', ['infusionsoft.fake' => '']);
echo count($keap->journal()), " request without it\n";
?>
--EXPECT--
create: Error: infusionsoft.fake is "strict", and no fake is on: POST /rest/v2/contacts is not sent; give it a reply by infusionsoft_fake(['createContact' => ...])
upsert: Error: infusionsoft.fake is "strict", and no fake is on: GET /rest/v2/contacts is not sent; give it a reply by infusionsoft_fake(['listContacts' => ...])
tag: Error: infusionsoft.fake is "strict", and no fake is on: GET /rest/v2/tags is not sent; give it a reply by infusionsoft_fake(['listTags' => ...])
call: Error: infusionsoft.fake is "strict", and no fake is on: GET /rest/v2/contacts/7 is not sent; give it a reply by infusionsoft_fake(['getContact' => ...])
upload: Error: infusionsoft.fake is "strict", and no fake is on: POST /rest/v2/files is not sent; give it a reply by infusionsoft_fake(['createFile' => ...])
list: Error: infusionsoft.fake is "strict", and no fake is on: GET /rest/v2/contacts is not sent; give it a reply by infusionsoft_fake(['listContacts' => ...])
request: Error: infusionsoft.fake is "strict", and no fake is on: GET /rest/v2/brand/new is not sent; give it a reply by infusionsoft_fake(['GET /rest/v2/brand/new' => ...])
other account: Error: infusionsoft.fake is "strict", and no fake is on: GET /rest/v2/contacts/7 is not sent; give it a reply by infusionsoft_fake(['getContact' => ...])
batch: ["Error","Error"]
refresh: Error: infusionsoft.fake is "strict", and no fake is on: infusionsoft_token_refresh() does nothing; begin the test with infusionsoft_fake([])
forced refresh: Error: infusionsoft.fake is "strict", and no fake is on: infusionsoft_token_refresh() does nothing; begin the test with infusionsoft_fake([])
code: Error: infusionsoft.fake is "strict", and no fake is on: infusionsoft_authorize() does nothing; begin the test with infusionsoft_fake([])
import: Error: infusionsoft.fake is "strict", and no fake is on: infusionsoft_token_import() does nothing; begin the test with infusionsoft_fake([])
forget: Error: infusionsoft.fake is "strict", and no fake is on: infusionsoft_token_forget() does nothing; begin the test with infusionsoft_fake([])
wrong argument: ValueError: Argument #1 ($id) must be a contact id: a positive whole number as Keap gives it, as int or string
status: 1
accounts: ["default"]
limits: null
recorded: []
by ini_set(): the same
[] requests, the store is unchanged
1 request without it
