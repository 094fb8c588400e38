/* A contact from a caller, as JSON: it becomes a body that can be sent, or a VALUE failure that names the contact. */
#include "fuzz_php.h"

#include "keap/contact.h"
#include "support/json.h"

static void check_body(HashTable *contact)
{
	isoft_failure failure;
	zval body;

	if (isoft_contact_body(contact, &body, &failure)) {
		need(Z_TYPE(body) == IS_ARRAY);
		need(!zend_hash_str_exists(Z_ARRVAL(body), "email", 5) && !zend_hash_str_exists(Z_ARRVAL(body), "phone", 5));
		zval_ptr_dtor(&body);
	} else {
		need(failure.kind == ISOFT_FAILURE_VALUE && strncmp(failure.message, "contact", 7) == 0);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_input in = {data, size};
	char *json = fuzz_text(&in);
	const char *error;
	zval contact;

	if (isoft_json_decode(&contact, json, strlen(json), 16, &error)) {
		if (Z_TYPE(contact) == IS_ARRAY) {
			check_body(Z_ARRVAL(contact));
		}
		zval_ptr_dtor(&contact);
	}
	free(json);
	fuzz_php_end();
	return 0;
}
