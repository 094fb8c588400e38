--TEST--
A field that a contact does not take is refused with the place where it belongs
--SKIPIF--
<?php require __DIR__ . '/../keap/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../keap/outcome.inc';

$keap->authorize();
foreach ([
    // other functions and arguments
    'tags', 'tagIds', 'Groups', 'duplicate_option', 'fields', 'account', 'update_mask', 'ContactId', 'notes', 'links',
    // read-only
    'id', 'Id', 'create_time', 'update_time', 'score_value', 'created_by', 'last_updated_by',
    // XML-RPC
    'FirstName', 'LastName', 'Email', 'EmailAddress2', 'Phone1', 'Phone2', 'Phone1Ext', 'Fax1', 'StreetAddress1', 'Address2Street1', 'City', 'State', 'PostalCode', 'Country', 'Company', 'CompanyID',
    'JobTitle', 'Birthday', 'Anniversary', 'Nickname', 'LeadSourceId', 'OwnerID', 'DateCreated', 'Website', '_FavouriteColour',
    'Title', 'Phone3Type', 'Address2Type', 'ZipFour2', 'Validated',
    // as forms call them
    'title', 'owner', 'dob', 'billing_address', 'shippingAddress', 'streetAddress', 'address2', 'postcode',
    // v1
    'lead_source_id', 'birthday', 'anniversary', 'date_created', 'last_updated', 'email_opted_in', 'email_status',
    // camelCase
    'givenName', 'GivenName', 'emailAddresses', 'customFields', 'optInReason', 'preferredLocale', 'utmParameters',
] as $name) {
    echo preg_replace('/^ValueError: Argument #1 \(\$contact\) /', '', outcome(fn () => infusionsoft_contact_create([$name => 'x', 'email' => 'mary@example.com']))), "\n";
}
echo outcome(fn () => infusionsoft_contact_create(['email_addresses' => [['field' => 'EMAIL1', 'email' => 'a@example.com', 'is_opt_in' => true]]])), "\n";
foreach ([
    ['addresses', 'zip'], ['addresses', 'postalCode'], ['addresses', 'street'], ['addresses', 'city'], ['addresses', 'state'],
    ['email_addresses', 'address'], ['phone_numbers', 'ext'], ['social_accounts', 'username'],
] as [$list, $member]) {
    echo outcome(fn () => infusionsoft_contact_create(['email' => 'a@example.com', $list => [[$member => 'x']]])), "\n";
}
echo outcome(fn () => infusionsoft_contact_create(['email' => 'a@example.com', 'origin' => ['date' => '2026-01-31']])), "\n";
var_dump($keap->journal('/crm'));
?>
--EXPECT--
contact has no field "tags" in Keap; apply tags with infusionsoft_tag_apply()
contact.tag_ids is read-only in Keap: apply tags with infusionsoft_tag_apply()
contact.groups is read-only in Keap: apply tags with infusionsoft_tag_apply()
contact has no field "duplicate_option" in Keap; it is the second argument of infusionsoft_contact_create(), and $match of infusionsoft_contact_upsert()
contact has no field "fields" in Keap; it is an argument of the function, beside the contact
contact has no field "account" in Keap; it is an argument of the function, beside the contact
contact has no field "update_mask" in Keap; leave it out: the fields that are given change, and no others
contact has no field "ContactId" in Keap; give the contact's id to infusionsoft_contact_update()
contact.notes is read-only in Keap: add notes with infusionsoft_call('createNote', …)
contact.links is read-only in Keap: link contacts with infusionsoft_call('linkContacts', …)
contact.id is read-only in Keap: give the contact's id to infusionsoft_contact_update()
contact.id is read-only in Keap: give the contact's id to infusionsoft_contact_update()
contact.create_time is read-only in Keap: leave it out
contact.update_time is read-only in Keap: leave it out
contact.score_value is read-only in Keap: leave it out
contact.created_by is read-only in Keap: leave it out
contact.last_updated_by is read-only in Keap: leave it out
contact has no field "FirstName" in Keap; did you mean "given_name"?
contact has no field "LastName" in Keap; did you mean "family_name"?
contact has no field "Email" in Keap; did you mean "email"?
contact has no field "EmailAddress2" in Keap; give an entry of "email_addresses" with "field" => "EMAIL2"
contact has no field "Phone1" in Keap; did you mean "phone"?
contact has no field "Phone2" in Keap; give an entry of "phone_numbers" with "field" => "PHONE2"
contact has no field "Phone1Ext" in Keap; give "extension" in an entry of "phone_numbers"
contact has no field "Fax1" in Keap; give an entry of "fax_numbers" with "field" => "FAX1"
contact has no field "StreetAddress1" in Keap; give "line1" in an entry of "addresses" with "field" => "BILLING"
contact has no field "Address2Street1" in Keap; give "line1" in an entry of "addresses" with "field" => "SHIPPING"
contact has no field "City" in Keap; give "locality" in an entry of "addresses"
contact has no field "State" in Keap; give "region" in an entry of "addresses"
contact has no field "PostalCode" in Keap; give "postal_code" in an entry of "addresses"
contact has no field "Country" in Keap; give "country_code" in an entry of "addresses"
contact has no field "Company" in Keap; did you mean "company"?
contact has no field "CompanyID" in Keap; give "company" => ["id" => …]
contact has no field "JobTitle" in Keap; did you mean "job_title"?
contact has no field "Birthday" in Keap; did you mean "birth_date"?
contact has no field "Anniversary" in Keap; did you mean "anniversary_date"?
contact has no field "Nickname" in Keap; did you mean "preferred_name"?
contact has no field "LeadSourceId" in Keap; did you mean "leadsource_id"?
contact has no field "OwnerID" in Keap; did you mean "owner_id"?
contact has no field "DateCreated" in Keap; Keap sets it and returns it as "create_time"
contact has no field "Website" in Keap; did you mean "website"?
contact has no field "_FavouriteColour" in Keap; give a custom field in "custom_fields" => ["FavouriteColour" => …]
contact has no field "Title" in Keap; give "prefix" (Mr., Dr.) or "job_title"
contact has no field "Phone3Type" in Keap; give "type" in an entry of "phone_numbers"
contact has no field "Address2Type" in Keap; give the entry of "addresses" with "field" => "SHIPPING"
contact has no field "ZipFour2" in Keap; give "zip_four" in an entry of "addresses" with "field" => "SHIPPING"
contact has no field "Validated" in Keap; Keap sets it: give "opt_in_reason" beside "email"
contact has no field "title" in Keap; give "prefix" (Mr., Dr.) or "job_title"
contact has no field "owner" in Keap; did you mean "owner_id"?
contact has no field "dob" in Keap; did you mean "birth_date"?
contact has no field "billing_address" in Keap; give an entry of "addresses" with "field" => "BILLING"
contact has no field "shippingAddress" in Keap; give an entry of "addresses" with "field" => "SHIPPING"
contact has no field "streetAddress" in Keap; give an entry of "addresses"
contact has no field "address2" in Keap; give "line2" in an entry of "addresses"
contact has no field "postcode" in Keap; give "postal_code" in an entry of "addresses"
contact has no field "lead_source_id" in Keap; did you mean "leadsource_id"?
contact has no field "birthday" in Keap; did you mean "birth_date"?
contact has no field "anniversary" in Keap; did you mean "anniversary_date"?
contact has no field "date_created" in Keap; Keap sets it and returns it as "create_time"
contact has no field "last_updated" in Keap; Keap sets it and returns it as "update_time"
contact has no field "email_opted_in" in Keap; Keap sets it: give "opt_in_reason" beside "email"
contact has no field "email_status" in Keap; Keap sets it: give "opt_in_reason" beside "email"
contact has no field "givenName" in Keap; did you mean "given_name"?
contact has no field "GivenName" in Keap; did you mean "given_name"?
contact has no field "emailAddresses" in Keap; did you mean "email_addresses"?
contact has no field "customFields" in Keap; did you mean "custom_fields"?
contact has no field "optInReason" in Keap; did you mean "opt_in_reason"?
contact has no field "preferredLocale" in Keap; did you mean "preferred_locale"?
contact has no field "utmParameters" in Keap; did you mean "utm_parameters"?
ValueError: Argument #1 ($contact) contact.email_addresses.is_opt_in is read-only in Keap: Keap sets it when opt_in_reason is given
ValueError: Argument #1 ($contact) contact.addresses[0] has no field "zip" in Keap; did you mean "zip_code"?
ValueError: Argument #1 ($contact) contact.addresses[0] has no field "postalCode" in Keap; did you mean "postal_code"?
ValueError: Argument #1 ($contact) contact.addresses[0] has no field "street" in Keap; did you mean "line1"?
ValueError: Argument #1 ($contact) contact.addresses[0] has no field "city" in Keap; did you mean "locality"?
ValueError: Argument #1 ($contact) contact.addresses[0] has no field "state" in Keap; did you mean "region"?
ValueError: Argument #1 ($contact) contact.email_addresses[0] has no field "address" in Keap; did you mean "email"?
ValueError: Argument #1 ($contact) contact.phone_numbers[0] has no field "ext" in Keap; did you mean "extension"?
ValueError: Argument #1 ($contact) contact.social_accounts[0] has no field "username" in Keap; did you mean "name"?
ValueError: Argument #1 ($contact) contact.origin.date is read-only in Keap: leave it out
array(0) {
}
