/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: f26ef4403a9be4f35c3614bc60293c47f2e0fae5 */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_authorize_url, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, redirect_uri, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, state, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_authorize, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, code, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, redirect_uri, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_token_import, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, token, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_token_refresh, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, force, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_token_status, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_accounts, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_token_forget, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_contact_upsert, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, contact, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, match, IS_STRING, 0, "\'Email\'")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, fields, IS_ARRAY, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_contact_create, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, contact, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, duplicate_option, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, fields, IS_ARRAY, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_contact_get, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, id, MAY_BE_LONG|MAY_BE_STRING, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, fields, IS_ARRAY, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_contact_find, 0, 1, IS_ARRAY, 1)
	ZEND_ARG_TYPE_INFO(0, email, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_contact_update, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, id, MAY_BE_LONG|MAY_BE_STRING, NULL)
	ZEND_ARG_TYPE_INFO(0, changes, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, fields, IS_ARRAY, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_contact_delete, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_MASK(0, id, MAY_BE_LONG|MAY_BE_STRING, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_tag_apply, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, tags, MAY_BE_LONG|MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_MASK(0, contacts, MAY_BE_LONG|MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_tag_remove, 0, 2, IS_VOID, 0)
	ZEND_ARG_TYPE_MASK(0, tags, MAY_BE_LONG|MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_MASK(0, contacts, MAY_BE_LONG|MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_tag_create, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, description, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_MASK(0, category, MAY_BE_LONG|MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_tag_find, 0, 1, IS_ARRAY, 1)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_call, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, operation, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, parameters, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_infusionsoft_each, 0, 1, Infusionsoft\\Each, 0)
	ZEND_ARG_TYPE_INFO(0, operation, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, parameters, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_request, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, method, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, path, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, query, IS_ARRAY, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, body, IS_MIXED, 0, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_infusionsoft_batch, 0, 1, Iterator, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, calls, Traversable, MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, progress, IS_CALLABLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ordered, _IS_BOOL, 0, "true")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, in_flight, IS_LONG, 0, "32")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_fake, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_MASK(0, responses, MAY_BE_ARRAY|MAY_BE_CALLABLE|MAY_BE_NULL, NULL)
ZEND_END_ARG_INFO()

#define arginfo_infusionsoft_recorded arginfo_infusionsoft_accounts

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_hook_url, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, url, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_hook_receive, 0, 3, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, url, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, headers, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, body, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_hooks_sync, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, urls, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, account, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_infusionsoft_limits arginfo_infusionsoft_token_status

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_last_reply, 0, 0, IS_ARRAY, 1)
ZEND_END_ARG_INFO()

#define arginfo_infusionsoft_stats arginfo_infusionsoft_accounts

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_logger, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, logger, IS_CALLABLE, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_infusionsoft_configure, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, settings, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Infusionsoft_Batch___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Infusionsoft_Batch_current, 0, 0, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Infusionsoft_Batch_key arginfo_class_Infusionsoft_Batch_current

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Infusionsoft_Batch_next, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Infusionsoft_Batch_valid, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Infusionsoft_Batch_rewind arginfo_class_Infusionsoft_Batch_next

#define arginfo_class_Infusionsoft_Each___construct arginfo_class_Infusionsoft_Batch___construct

#define arginfo_class_Infusionsoft_Each_current arginfo_class_Infusionsoft_Batch_current

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Infusionsoft_Each_key, 0, 0, IS_LONG, 1)
ZEND_END_ARG_INFO()

#define arginfo_class_Infusionsoft_Each_next arginfo_class_Infusionsoft_Batch_next

#define arginfo_class_Infusionsoft_Each_valid arginfo_class_Infusionsoft_Batch_valid

#define arginfo_class_Infusionsoft_Each_rewind arginfo_class_Infusionsoft_Batch_next

#define arginfo_class_Infusionsoft_Each_position arginfo_infusionsoft_accounts


ZEND_FUNCTION(infusionsoft_authorize_url);
ZEND_FUNCTION(infusionsoft_authorize);
ZEND_FUNCTION(infusionsoft_token_import);
ZEND_FUNCTION(infusionsoft_token_refresh);
ZEND_FUNCTION(infusionsoft_token_status);
ZEND_FUNCTION(infusionsoft_accounts);
ZEND_FUNCTION(infusionsoft_token_forget);
ZEND_FUNCTION(infusionsoft_contact_upsert);
ZEND_FUNCTION(infusionsoft_contact_create);
ZEND_FUNCTION(infusionsoft_contact_get);
ZEND_FUNCTION(infusionsoft_contact_find);
ZEND_FUNCTION(infusionsoft_contact_update);
ZEND_FUNCTION(infusionsoft_contact_delete);
ZEND_FUNCTION(infusionsoft_tag_apply);
ZEND_FUNCTION(infusionsoft_tag_remove);
ZEND_FUNCTION(infusionsoft_tag_create);
ZEND_FUNCTION(infusionsoft_tag_find);
ZEND_FUNCTION(infusionsoft_call);
ZEND_FUNCTION(infusionsoft_each);
ZEND_FUNCTION(infusionsoft_request);
ZEND_FUNCTION(infusionsoft_batch);
ZEND_FUNCTION(infusionsoft_fake);
ZEND_FUNCTION(infusionsoft_recorded);
ZEND_FUNCTION(infusionsoft_hook_url);
ZEND_FUNCTION(infusionsoft_hook_receive);
ZEND_FUNCTION(infusionsoft_hooks_sync);
ZEND_FUNCTION(infusionsoft_limits);
ZEND_FUNCTION(infusionsoft_last_reply);
ZEND_FUNCTION(infusionsoft_stats);
ZEND_FUNCTION(infusionsoft_logger);
ZEND_FUNCTION(infusionsoft_configure);
ZEND_METHOD(Infusionsoft_Batch, __construct);
ZEND_METHOD(Infusionsoft_Batch, current);
ZEND_METHOD(Infusionsoft_Batch, key);
ZEND_METHOD(Infusionsoft_Batch, next);
ZEND_METHOD(Infusionsoft_Batch, valid);
ZEND_METHOD(Infusionsoft_Batch, rewind);
ZEND_METHOD(Infusionsoft_Each, __construct);
ZEND_METHOD(Infusionsoft_Each, current);
ZEND_METHOD(Infusionsoft_Each, key);
ZEND_METHOD(Infusionsoft_Each, next);
ZEND_METHOD(Infusionsoft_Each, valid);
ZEND_METHOD(Infusionsoft_Each, rewind);
ZEND_METHOD(Infusionsoft_Each, position);


static const zend_function_entry ext_functions[] = {
	ZEND_FE(infusionsoft_authorize_url, arginfo_infusionsoft_authorize_url)
	ZEND_FE(infusionsoft_authorize, arginfo_infusionsoft_authorize)
	ZEND_FE(infusionsoft_token_import, arginfo_infusionsoft_token_import)
	ZEND_FE(infusionsoft_token_refresh, arginfo_infusionsoft_token_refresh)
	ZEND_FE(infusionsoft_token_status, arginfo_infusionsoft_token_status)
	ZEND_FE(infusionsoft_accounts, arginfo_infusionsoft_accounts)
	ZEND_FE(infusionsoft_token_forget, arginfo_infusionsoft_token_forget)
	ZEND_FE(infusionsoft_contact_upsert, arginfo_infusionsoft_contact_upsert)
	ZEND_FE(infusionsoft_contact_create, arginfo_infusionsoft_contact_create)
	ZEND_FE(infusionsoft_contact_get, arginfo_infusionsoft_contact_get)
	ZEND_FE(infusionsoft_contact_find, arginfo_infusionsoft_contact_find)
	ZEND_FE(infusionsoft_contact_update, arginfo_infusionsoft_contact_update)
	ZEND_FE(infusionsoft_contact_delete, arginfo_infusionsoft_contact_delete)
	ZEND_FE(infusionsoft_tag_apply, arginfo_infusionsoft_tag_apply)
	ZEND_FE(infusionsoft_tag_remove, arginfo_infusionsoft_tag_remove)
	ZEND_FE(infusionsoft_tag_create, arginfo_infusionsoft_tag_create)
	ZEND_FE(infusionsoft_tag_find, arginfo_infusionsoft_tag_find)
	ZEND_FE(infusionsoft_call, arginfo_infusionsoft_call)
	ZEND_FE(infusionsoft_each, arginfo_infusionsoft_each)
	ZEND_FE(infusionsoft_request, arginfo_infusionsoft_request)
	ZEND_FE(infusionsoft_batch, arginfo_infusionsoft_batch)
	ZEND_FE(infusionsoft_fake, arginfo_infusionsoft_fake)
	ZEND_FE(infusionsoft_recorded, arginfo_infusionsoft_recorded)
	ZEND_FE(infusionsoft_hook_url, arginfo_infusionsoft_hook_url)
	ZEND_FE(infusionsoft_hook_receive, arginfo_infusionsoft_hook_receive)
	ZEND_FE(infusionsoft_hooks_sync, arginfo_infusionsoft_hooks_sync)
	ZEND_FE(infusionsoft_limits, arginfo_infusionsoft_limits)
	ZEND_FE(infusionsoft_last_reply, arginfo_infusionsoft_last_reply)
	ZEND_FE(infusionsoft_stats, arginfo_infusionsoft_stats)
	ZEND_FE(infusionsoft_logger, arginfo_infusionsoft_logger)
	ZEND_FE(infusionsoft_configure, arginfo_infusionsoft_configure)
	ZEND_FE_END
};


static const zend_function_entry class_Infusionsoft_Batch_methods[] = {
	ZEND_ME(Infusionsoft_Batch, __construct, arginfo_class_Infusionsoft_Batch___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Infusionsoft_Batch, current, arginfo_class_Infusionsoft_Batch_current, ZEND_ACC_PUBLIC)
	ZEND_ME(Infusionsoft_Batch, key, arginfo_class_Infusionsoft_Batch_key, ZEND_ACC_PUBLIC)
	ZEND_ME(Infusionsoft_Batch, next, arginfo_class_Infusionsoft_Batch_next, ZEND_ACC_PUBLIC)
	ZEND_ME(Infusionsoft_Batch, valid, arginfo_class_Infusionsoft_Batch_valid, ZEND_ACC_PUBLIC)
	ZEND_ME(Infusionsoft_Batch, rewind, arginfo_class_Infusionsoft_Batch_rewind, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Infusionsoft_Each_methods[] = {
	ZEND_ME(Infusionsoft_Each, __construct, arginfo_class_Infusionsoft_Each___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Infusionsoft_Each, current, arginfo_class_Infusionsoft_Each_current, ZEND_ACC_PUBLIC)
	ZEND_ME(Infusionsoft_Each, key, arginfo_class_Infusionsoft_Each_key, ZEND_ACC_PUBLIC)
	ZEND_ME(Infusionsoft_Each, next, arginfo_class_Infusionsoft_Each_next, ZEND_ACC_PUBLIC)
	ZEND_ME(Infusionsoft_Each, valid, arginfo_class_Infusionsoft_Each_valid, ZEND_ACC_PUBLIC)
	ZEND_ME(Infusionsoft_Each, rewind, arginfo_class_Infusionsoft_Each_rewind, ZEND_ACC_PUBLIC)
	ZEND_ME(Infusionsoft_Each, position, arginfo_class_Infusionsoft_Each_position, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Infusionsoft_Exception_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Infusionsoft_ConfigurationException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Infusionsoft_StoreException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Infusionsoft_AuthorizationException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Infusionsoft_TransportException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Infusionsoft_ApiException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Infusionsoft_RateLimitException_methods[] = {
	ZEND_FE_END
};

static void register_infusionsoft_symbols(int module_number)
{

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "infusionsoft_authorize", sizeof("infusionsoft_authorize") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "infusionsoft_token_import", sizeof("infusionsoft_token_import") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "infusionsoft_hook_receive", sizeof("infusionsoft_hook_receive") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "infusionsoft_hook_receive", sizeof("infusionsoft_hook_receive") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "infusionsoft_configure", sizeof("infusionsoft_configure") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
}

static zend_class_entry *register_class_Infusionsoft_Batch(zend_class_entry *class_entry_Iterator)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Infusionsoft", "Batch", class_Infusionsoft_Batch_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Iterator);

	return class_entry;
}

static zend_class_entry *register_class_Infusionsoft_Each(zend_class_entry *class_entry_Iterator)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Infusionsoft", "Each", class_Infusionsoft_Each_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Iterator);

	return class_entry;
}

static zend_class_entry *register_class_Infusionsoft_Exception(zend_class_entry *class_entry_RuntimeException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Infusionsoft", "Exception", class_Infusionsoft_Exception_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);

	zval property_maySent_default_value;
	ZVAL_UNDEF(&property_maySent_default_value);
	zend_string *property_maySent_name = zend_string_init("maySent", sizeof("maySent") - 1, 1);
	zend_declare_typed_property(class_entry, property_maySent_name, &property_maySent_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_maySent_name);

	return class_entry;
}

static zend_class_entry *register_class_Infusionsoft_ConfigurationException(zend_class_entry *class_entry_Infusionsoft_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Infusionsoft", "ConfigurationException", class_Infusionsoft_ConfigurationException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Infusionsoft_Exception);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Infusionsoft_StoreException(zend_class_entry *class_entry_Infusionsoft_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Infusionsoft", "StoreException", class_Infusionsoft_StoreException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Infusionsoft_Exception);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Infusionsoft_AuthorizationException(zend_class_entry *class_entry_Infusionsoft_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Infusionsoft", "AuthorizationException", class_Infusionsoft_AuthorizationException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Infusionsoft_Exception);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Infusionsoft_TransportException(zend_class_entry *class_entry_Infusionsoft_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Infusionsoft", "TransportException", class_Infusionsoft_TransportException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Infusionsoft_Exception);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	return class_entry;
}

static zend_class_entry *register_class_Infusionsoft_ApiException(zend_class_entry *class_entry_Infusionsoft_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Infusionsoft", "ApiException", class_Infusionsoft_ApiException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Infusionsoft_Exception);

	zval property_status_default_value;
	ZVAL_UNDEF(&property_status_default_value);
	zend_string *property_status_name = zend_string_init("status", sizeof("status") - 1, 1);
	zend_declare_typed_property(class_entry, property_status_name, &property_status_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_status_name);

	zval property_errorCode_default_value;
	ZVAL_UNDEF(&property_errorCode_default_value);
	zend_string *property_errorCode_name = zend_string_init("errorCode", sizeof("errorCode") - 1, 1);
	zend_declare_typed_property(class_entry, property_errorCode_name, &property_errorCode_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_errorCode_name);

	zval property_details_default_value;
	ZVAL_UNDEF(&property_details_default_value);
	zend_string *property_details_name = zend_string_init("details", sizeof("details") - 1, 1);
	zend_declare_typed_property(class_entry, property_details_name, &property_details_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_details_name);

	zval property_body_default_value;
	ZVAL_UNDEF(&property_body_default_value);
	zend_string *property_body_name = zend_string_init("body", sizeof("body") - 1, 1);
	zend_declare_typed_property(class_entry, property_body_name, &property_body_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_body_name);

	zval property_results_default_value;
	ZVAL_UNDEF(&property_results_default_value);
	zend_string *property_results_name = zend_string_init("results", sizeof("results") - 1, 1);
	zend_declare_typed_property(class_entry, property_results_name, &property_results_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_results_name);

	zval property_requestId_default_value;
	ZVAL_UNDEF(&property_requestId_default_value);
	zend_string *property_requestId_name = zend_string_init("requestId", sizeof("requestId") - 1, 1);
	zend_declare_typed_property(class_entry, property_requestId_name, &property_requestId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_requestId_name);

	return class_entry;
}

static zend_class_entry *register_class_Infusionsoft_RateLimitException(zend_class_entry *class_entry_Infusionsoft_ApiException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Infusionsoft", "RateLimitException", class_Infusionsoft_RateLimitException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Infusionsoft_ApiException);
	class_entry->ce_flags |= ZEND_ACC_FINAL;

	zval property_retryAfter_default_value;
	ZVAL_UNDEF(&property_retryAfter_default_value);
	zend_string *property_retryAfter_name = zend_string_init("retryAfter", sizeof("retryAfter") - 1, 1);
	zend_declare_typed_property(class_entry, property_retryAfter_name, &property_retryAfter_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_retryAfter_name);

	return class_entry;
}
