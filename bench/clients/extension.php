<?php
return static function (): void {
    $contact = infusionsoft_contact_create(['given_name' => 'Mary', 'family_name' => 'Jones', 'email' => 'mary@example.com']);
    expect_tagged(infusionsoft_tag_apply(91, $contact['id']));
};
