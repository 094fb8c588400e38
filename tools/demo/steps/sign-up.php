<?php
$contact = infusionsoft_contact_upsert([
    'given_name' => 'Ada',
    'family_name' => 'Lovelace',
    'email' => 'ada@example.com',
    'opt_in_reason' => 'Signed up at example.com',
]);

$outcome = infusionsoft_tag_apply($_GET['tag'], $contact['id']);

echo "contact $contact[id], tag: ", implode($outcome);
