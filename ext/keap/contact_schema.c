#include "keap/contact_schema.h"

static const char *const address_field_values[] = {"ADDRESS_FIELD_UNSPECIFIED", "BILLING", "SHIPPING", "OTHER", NULL};

static const char *const email_address_field_values[] = {"EMAIL_FIELD_UNSPECIFIED", "EMAIL1", "EMAIL2", "EMAIL3", NULL};

static const char *const fax_number_field_values[] = {"FAX_NUMBER_FIELD_UNSPECIFIED", "FAX1", "FAX2", NULL};

static const char *const phone_number_field_values[] = {
	"PHONE_NUMBER_FIELD_UNSPECIFIED", "PHONE1", "PHONE2", "PHONE3", "PHONE4", "PHONE5", NULL};

static const char *const social_account_type_values[] = {"SOCIAL_ACCOUNT_TYPE_UNSPECIFIED", "FACEBOOK", "LINKED_IN",
	"TWITTER", "INSTAGRAM", "SNAPCHAT", "YOUTUBE", "PINTEREST", NULL};

static const char *const contact_source_type_values[] = {"SOURCE_TYPE_UNSPECIFIED", "API", "APPOINTMENT",
	"FORM_API_HOSTED", "FORM_API_INTERNAL", "IMPORT", "INTERNAL_FORM", "LANDING_PAGE", "MANUAL", "OTHER", "UNKNOWN",
	"WEBFORM", NULL};

static const isoft_field address_fields[] = {
	{.name = "country", .type = ISOFT_TYPE_LINE},
	{.name = "line1", .type = ISOFT_TYPE_LINE},
	{.name = "line2", .type = ISOFT_TYPE_LINE},
	{.name = "locality", .type = ISOFT_TYPE_LINE},
	{.name = "region", .type = ISOFT_TYPE_LINE},
	{.name = "field", .type = ISOFT_TYPE_LINE, .values = address_field_values},
	{.name = "country_code", .type = ISOFT_TYPE_LINE},
	{.name = "postal_code", .type = ISOFT_TYPE_LINE},
	{.name = "region_code", .type = ISOFT_TYPE_LINE},
	{.name = "zip_code", .type = ISOFT_TYPE_LINE},
	{.name = "zip_four", .type = ISOFT_TYPE_LINE},
	{.name = NULL},
};

static const isoft_field company_fields[] = {
	{.name = "id", .type = ISOFT_TYPE_LINE},
	{.name = "company_name", .type = ISOFT_TYPE_LINE},
	{.name = NULL},
};

static const isoft_field origin_fields[] = {
	{.name = "ip_address", .type = ISOFT_TYPE_LINE},
	{.name = NULL},
};

static const isoft_field custom_field_fields[] = {
	{.name = "id", .type = ISOFT_TYPE_LINE},
	{.name = "content", .type = ISOFT_TYPE_ANY},
	{.name = NULL},
};

static const isoft_field email_address_fields[] = {
	{.name = "email", .type = ISOFT_TYPE_LINE},
	{.name = "field", .type = ISOFT_TYPE_LINE, .values = email_address_field_values},
	{.name = "opt_in_reason", .type = ISOFT_TYPE_LINE},
	{.name = NULL},
};

static const isoft_field fax_number_fields[] = {
	{.name = "number", .type = ISOFT_TYPE_LINE},
	{.name = "type", .type = ISOFT_TYPE_LINE},
	{.name = "field", .type = ISOFT_TYPE_LINE, .values = fax_number_field_values},
	{.name = NULL},
};

static const isoft_field phone_number_fields[] = {
	{.name = "extension", .type = ISOFT_TYPE_LINE},
	{.name = "number", .type = ISOFT_TYPE_LINE},
	{.name = "type", .type = ISOFT_TYPE_LINE},
	{.name = "field", .type = ISOFT_TYPE_LINE, .values = phone_number_field_values},
	{.name = "number_e164", .type = ISOFT_TYPE_LINE},
	{.name = NULL},
};

static const isoft_field social_account_fields[] = {
	{.name = "name", .type = ISOFT_TYPE_LINE},
	{.name = "type", .type = ISOFT_TYPE_LINE, .required = true, .values = social_account_type_values},
	{.name = NULL},
};

static const isoft_field utm_parameters_fields[] = {
	{.name = "keap_source_id", .type = ISOFT_TYPE_LINE, .required = true},
	{.name = "utm_source", .type = ISOFT_TYPE_LINE},
	{.name = "utm_medium", .type = ISOFT_TYPE_LINE},
	{.name = "utm_term", .type = ISOFT_TYPE_LINE},
	{.name = "utm_campaign", .type = ISOFT_TYPE_LINE},
	{.name = "utm_content", .type = ISOFT_TYPE_LINE},
	{.name = NULL},
};

const isoft_field isoft_contact_schema[] = {
	{.name = "addresses", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = address_fields},
	{.name = "company", .type = ISOFT_TYPE_OBJECT, .fields = company_fields},
	{.name = "origin", .type = ISOFT_TYPE_OBJECT, .fields = origin_fields},
	{.name = "prefix", .type = ISOFT_TYPE_LINE},
	{.name = "suffix", .type = ISOFT_TYPE_LINE},
	{.name = "website", .type = ISOFT_TYPE_LINE, .max_length = 100},
	{.name = "anniversary_date", .type = ISOFT_TYPE_LINE},
	{.name = "birth_date", .type = ISOFT_TYPE_LINE},
	{.name = "contact_type", .type = ISOFT_TYPE_LINE},
	{.name = "custom_fields", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = custom_field_fields},
	{.name = "email_addresses", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = email_address_fields},
	{.name = "family_name", .type = ISOFT_TYPE_LINE, .max_length = 40},
	{.name = "fax_numbers", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fax_number_fields},
	{.name = "given_name", .type = ISOFT_TYPE_LINE, .max_length = 40},
	{.name = "job_title", .type = ISOFT_TYPE_LINE, .max_length = 255},
	{.name = "leadsource_id", .type = ISOFT_TYPE_LINE},
	{.name = "middle_name", .type = ISOFT_TYPE_LINE, .max_length = 100},
	{.name = "owner_id", .type = ISOFT_TYPE_LINE},
	{.name = "phone_numbers", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = phone_number_fields},
	{.name = "preferred_locale", .type = ISOFT_TYPE_LINE},
	{.name = "preferred_name", .type = ISOFT_TYPE_LINE, .max_length = 100},
	{.name = "referral_code", .type = ISOFT_TYPE_LINE},
	{.name = "social_accounts", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = social_account_fields},
	{.name = "source_type", .type = ISOFT_TYPE_LINE, .values = contact_source_type_values},
	{.name = "spouse_name", .type = ISOFT_TYPE_LINE, .max_length = 100},
	{.name = "time_zone", .type = ISOFT_TYPE_LINE},
	{.name = "utm_parameters", .type = ISOFT_TYPE_OBJECT, .fields = utm_parameters_fields},
	{.name = "assistant_name", .type = ISOFT_TYPE_LINE, .max_length = 20},
	{.name = "assistant_phone", .type = ISOFT_TYPE_LINE, .max_length = 15},
	{.name = "billing_information", .type = ISOFT_TYPE_LINE, .max_length = 100},
	{.name = "email", .type = ISOFT_TYPE_LINE},
	{.name = "opt_in_reason", .type = ISOFT_TYPE_LINE},
	{.name = "phone", .type = ISOFT_TYPE_LINE},
	{.name = NULL},
};

const isoft_alias isoft_contact_aliases[] = {
	{"first_name", "given_name"},
	{"firstname", "given_name"},
	{"last_name", "family_name"},
	{"lastname", "family_name"},
	{"surname", "family_name"},
	{"name", "given_name"},
	{"emails", "email_addresses"},
	{"email_address", "email"},
	{"mail", "email"},
	{"phones", "phone_numbers"},
	{"phone_number", "phone"},
	{"telephone", "phone"},
	{"mobile", "phone"},
	{"address", "addresses"},
	{"company_name", "company"},
	{"title", "job_title"},
	{"birthday", "birth_date"},
	{"lead_source_id", "leadsource_id"},
	{"timezone", "time_zone"},
	{"locale", "preferred_locale"},
	{"customFields", "custom_fields"},
	{NULL, NULL},
};

const char *const isoft_contact_properties[] = {"addresses", "anniversary_date", "birth_date", "company",
	"contact_type", "create_time", "custom_fields", "email_addresses", "family_name", "fax_numbers", "given_name", "id",
	"job_title", "leadsource_id", "links", "middle_name", "notes", "origin", "owner_id", "phone_numbers",
	"preferred_locale", "preferred_name", "prefix", "referral_code", "score_value", "social_accounts", "source_type",
	"spouse_name", "suffix", "tag_ids", "time_zone", "update_time", "utm_parameters", "website", "account_id",
	"assistant_name", "assistant_phone", "billing_information", "created_by", "groups", "last_updated_by", NULL};

const char *const isoft_duplicate_options[] = {"Email", "EmailAndName", "EmailAndNameAndCompany", NULL};
