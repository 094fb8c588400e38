--TEST--
A search whose pages begin again, or whose page token is no token, ends with an exception
--FILE--
<?php
foreach ([
    'alternate' => [['tags' => [], 'next_page_token' => 'a'], ['tags' => [], 'next_page_token' => 'b'], ['tags' => [], 'next_page_token' => 'a']],
    'no token' => [['tags' => [], 'next_page_token' => true]],
    'integers' => [['tags' => [], 'next_page_token' => 100], ['tags' => [['id' => '7', 'name' => 'VIP']], 'next_page_token' => '']],
] as $name => $replies) {
    infusionsoft_fake(['listTags' => $replies]);
    try {
        $found = json_encode(infusionsoft_tag_find('VIP'));
        echo "$name: $found\n";
    } catch (Infusionsoft\ApiException $error) {
        echo "$name: $error->status ", $error->getMessage(), "\n";
    }
    echo count(infusionsoft_recorded()), "\n";
}
?>
--EXPECT--
alternate: 200 The search in Keap's tags was stopped: Keap's reply names as the next page one that was read before: the list would never end
3
no token: 200 The search in Keap's tags was stopped: Keap's reply holds something else where its next_page_token should be
1
integers: {"id":"7","name":"VIP"}
2
