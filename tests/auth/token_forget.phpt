--TEST--
infusionsoft_token_forget() leaves no part of the grant in the store
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/grants.inc';

// Returns the pages of the store that are not empty. Pages 1 to 4 are the shared area, where all processes count: left out.
function pages(Keap $keap): array
{
    $pages = str_split(file_get_contents("{$keap->storePath()}/tokens"), 4096);
    return array_filter(array_diff_key($pages, array_flip(range(1, 4))), fn ($page) => trim($page, "\0") !== '');
}

var_dump(infusionsoft_token_forget());
$keap->authorize();
infusionsoft_token_forget();
$empty = array_keys(pages($keap));

// Written several times, so that both halves of the slot were used.
$keap->authorize();
infusionsoft_token_refresh(force: true);
infusionsoft_token_refresh(force: true);
$held = array_diff_key(pages($keap), array_flip($empty));
// Both halves of the slot are in use.
var_dump(count($held) >= 2);

var_dump(infusionsoft_token_forget());
echo count(array_diff_key(pages($keap), array_flip($empty))), " pages\n";
// No part was moved to another place in the file.
$left = file_get_contents("{$keap->storePath()}/tokens");
foreach ($held as $page) {
    foreach (str_split(rtrim($page, "\0"), 16) as $part) {
        if (trim($part, "\0") !== '' && strlen($part) === 16 && str_contains($left, $part)) {
            echo 'still there: ', bin2hex($part), "\n";
        }
    }
}

var_dump(infusionsoft_token_forget());
echo json_encode(infusionsoft_token_status()['kind']), ' ', state(), "\n";
// A new grant works, and no generation is used twice.
$keap->authorize();
echo call_keap(), "\n";
var_dump(infusionsoft_token_status()['generation'] > 3);
?>
--EXPECT--
bool(false)
bool(true)
bool(true)
0 pages
bool(false)
null missing
called
bool(true)
