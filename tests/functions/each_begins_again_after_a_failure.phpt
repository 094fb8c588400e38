--TEST--
After a page failed, another foreach reads the list from the beginning
--FILE--
<?php
$first = ['contacts' => ['a', 'b'], 'next_page_token' => 'second'];
infusionsoft_fake(['listContacts' => [$first, 400, 400, $first, ['contacts' => ['c']]]]);
$each = infusionsoft_each('listContacts');
$read = function () use ($each): void {
    try {
        foreach ($each as $key => $contact) {
            echo "$key: $contact\n";
        }
    } catch (Infusionsoft\ApiException $error) {
        echo "ApiException $error->status\n";
    }
};
$read();
$read();
$read();
foreach (infusionsoft_recorded() as $request) {
    echo $request['query']['page_token'] ?? 'the first page', "\n";
}
?>
--EXPECT--
0: a
1: b
ApiException 400
ApiException 400
0: a
1: b
2: c
the first page
second
the first page
the first page
second
