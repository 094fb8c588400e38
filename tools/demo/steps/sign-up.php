<?php
$contact = infusionsoft_contact_create([
    'given_name' => 'Ada',
    'family_name' => 'Lovelace',
    'email' => 'ada@example.com',
], duplicate_option: 'Email');

$outcome = infusionsoft_tag_apply($_GET['tag'], $contact['id']);

echo "contact $contact[id], tag: ", implode($outcome);
