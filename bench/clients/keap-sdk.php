<?php
// Keap's SDK for REST v2, set up as in its README.
use Keap\Core\V2\Api\{ContactApi, TagsApi};
use Keap\Core\V2\Configuration;
use Keap\Core\V2\Model\{ApplyRemoveTagRequest, CreateUpdateContactRequest, EmailAddressRequest};

require_once getenv('BENCH_VENDORS') . '/keap-sdk/vendor/autoload.php';

$configuration = (new Configuration())->setHost(getenv('BENCH_BASE'))->setAccessToken(getenv('BENCH_TOKEN'));
$http = new GuzzleHttp\Client();
$contacts = new ContactApi($http, $configuration);
$tags = new TagsApi($http, $configuration);
return static function () use ($contacts, $tags): void {
    $emails = array_map(static fn (array $email) => new EmailAddressRequest($email), CONTACT['email_addresses']);
    $contact = $contacts->createContact(new CreateUpdateContactRequest(['email_addresses' => $emails] + CONTACT));
    expect_tagged($tags->applyTags('91', new ApplyRemoveTagRequest(['contact_ids' => [$contact->getId()]]))->getResults());
};
