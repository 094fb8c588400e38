<?php
// The older SDK, for REST v1. The address of its REST calls can be set only by this property of each service.
require_once getenv('BENCH_VENDORS') . '/php-sdk/vendor/autoload.php';

$keap = new Infusionsoft\Infusionsoft(['clientId' => 'id', 'clientSecret' => 'secret']);
$keap->setToken(new Infusionsoft\Token(['access_token' => getenv('BENCH_TOKEN'), 'refresh_token' => 'rt-1', 'expires_in' => 86399]));
$base = getenv('BENCH_BASE') . '/rest/v1';
return static function () use ($keap, $base): void {
    $contacts = $keap->contacts();
    $contacts->full_url = "$base/contacts";
    $contact = $contacts->create(CONTACT);
    $tags = $keap->tags();
    $tags->full_url = "$base/tags";
    expect_tagged($tags->mock(['id' => 91])->addContacts([$contact->id]));
};
