<?php
$contact = infusionsoft_contact_find('ada@example.com');

$status = infusionsoft_token_status();
echo "found contact $contact[id]; the grant is $status[state] again, generation $status[generation]";
