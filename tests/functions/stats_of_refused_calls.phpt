--TEST--
infusionsoft_stats() counts each call that is refused before anything is sent, once
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
$latin = "Ren\xe9";
$refused = [
    fn () => infusionsoft_contact_create(['emali' => 'a@example.com']),
    fn () => infusionsoft_contact_create('a@example.com'),
    fn () => infusionsoft_contact_create(),
    fn () => infusionsoft_tag_apply(7),
    fn () => infusionsoft_authorize('a code', 'https://shop.example/'),
    fn () => infusionsoft_authorize('code', 'shop.example'),
    fn () => infusionsoft_authorize('code'),
    fn () => infusionsoft_authorize('code', 'https://shop.example/', ''),
    fn () => infusionsoft_token_refresh(account: ''),
    fn () => infusionsoft_token_refresh([]),
    fn () => infusionsoft_contact_create(['email' => 'a@example.com'], 'Mail'),
    fn () => infusionsoft_contact_create(['email' => 'a@example.com', 'custom_fields' => [7 => NAN]]),
    fn () => infusionsoft_contact_get('x'),
    fn () => infusionsoft_contact_get(1.5),
    fn () => infusionsoft_contact_get(7, account: ''),
    fn () => infusionsoft_contact_find('*'),
    fn () => infusionsoft_contact_update(7, []),
    fn () => infusionsoft_contact_update(7, ['given_name' => $latin]),
    fn () => infusionsoft_contact_delete(0),
    fn () => infusionsoft_tag_create(' '),
    fn () => infusionsoft_tag_find(''),
    fn () => infusionsoft_tag_apply('x', 7),
    fn () => infusionsoft_tag_apply(7, ['x']),
    fn () => infusionsoft_tag_remove(7, ['x']),
    fn () => infusionsoft_call('getContacts'),
    fn () => infusionsoft_call('getContact'),
    fn () => infusionsoft_each('getContact'),
    fn () => infusionsoft_each('listContacts', ['pagesize' => 7]),
    fn () => infusionsoft_request('GET', 'rest'),
    fn () => infusionsoft_request('LOOK', '/rest'),
    fn () => infusionsoft_request('POST', '/rest/v2/tags', null, ['name' => $latin]),
];
foreach ($refused as $i => $call) {
    $before = infusionsoft_stats();
    $outcome = outcome($call);
    $now = infusionsoft_stats();
    $counted = [$now['calls'] - $before['calls'], $now['failures']['value'] - $before['failures']['value']];
    if ($counted !== [1, 1] || !preg_match('/^(Value|Type|ArgumentCount)Error/', $outcome)) {
        echo "$i: $outcome ", json_encode($counted), "\n";
    }
}
// In a batch they are values, and counted too.
$before = infusionsoft_stats()['failures']['value'];
foreach (infusionsoft_batch($refused) as $error) {
    $classes[$error::class] = true;
}
var_dump(count($refused), infusionsoft_stats()['failures']['value'] - $before, array_keys($classes));

// A wrong setting, and what user code throws, which is no wrong argument.
ini_set('infusionsoft.account', '');
echo outcome(fn () => infusionsoft_contact_get(7)), ' ', infusionsoft_stats()['failures']['configuration'], "\n";
ini_restore('infusionsoft.account');
$before = infusionsoft_stats();
echo outcome(fn () => infusionsoft_request('POST', '/rest', null, new class implements JsonSerializable {
    public function jsonSerialize(): never
    {
        throw new ValueError('its own');
    }
})), ' ', infusionsoft_stats()['calls'] - $before['calls'], "\n";
// What fails before it is sent, and what sends nothing at all.
$before = infusionsoft_stats();
echo outcome(fn () => infusionsoft_token_refresh(account: 'none')), ' ', infusionsoft_stats()['failures']['authorization'], "\n";
ini_set('infusionsoft.account', '');
outcome(fn () => infusionsoft_token_refresh());
outcome(fn () => infusionsoft_authorize('code', 'https://shop.example/'));
ini_restore('infusionsoft.account');
echo infusionsoft_stats()['calls'] - $before['calls'], ' ', infusionsoft_stats()['failures']['configuration'] - $before['failures']['configuration'], "\n";
$before = infusionsoft_stats();
outcome(fn () => infusionsoft_token_import([]));
outcome(fn () => infusionsoft_authorize_url('shop.example'));
outcome(fn () => infusionsoft_authorize('refused-by-keap', 'https://shop.example/'));
echo infusionsoft_stats()['calls'] - $before['calls'], "\n";
$before = infusionsoft_stats();
infusionsoft_fake([]);
outcome($refused[0]);
var_dump(infusionsoft_stats() == $before, count($keap->journal()));
?>
--EXPECTF--
int(31)
int(31)
array(3) {
  [0]=>
  string(10) "ValueError"
  [1]=>
  string(9) "TypeError"
  [2]=>
  string(18) "ArgumentCountError"
}
ConfigurationException: infusionsoft.account must be 1 to 128 bytes long 1
ValueError: its own 0
AuthorizationException: %s 1
3 2
0
bool(true)
int(1)
