/* Made by tools/operations from tools/openapi-v2.json and tools/openapi-v1.json: do not edit. */
#include "keap/operation.h"

static const isoft_field fields_0[] = {
	{.name = "unpublished_form_message", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_1[] = {
	{.name = "filter", .type = ISOFT_TYPE_TEXT},
	{.name = "order_by", .type = ISOFT_TYPE_TEXT},
	{.name = "page_size", .type = ISOFT_TYPE_INTEGER, .bounded = true, .least = 0, .most = 1000},
	{.name = "page_token", .type = ISOFT_TYPE_TEXT},
	{.name = "fields", .type = ISOFT_TYPE_TEXT, .list = true, .joined = true},
	{.name = NULL},
};

static const isoft_field fields_2[] = {
	{.name = "fields", .type = ISOFT_TYPE_TEXT, .list = true, .joined = true},
	{.name = NULL},
};

static const char *const values_3[] = {
	"CRITICAL",
	"ESSENTIAL",
	"NONESSENTIAL",
	NULL,
};

static const char *const values_4[] = {
	"5",
	"10",
	"15",
	"30",
	"60",
	"120",
	"240",
	"480",
	"1440",
	"2880",
	NULL,
};

static const isoft_field fields_5[] = {
	{.name = "id", .type = ISOFT_TYPE_TEXT},
	{.name = "content", .type = ISOFT_TYPE_ANY},
	{.name = NULL},
};

static const isoft_field fields_6[] = {
	{.name = "title", .type = ISOFT_TYPE_TEXT},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "type", .type = ISOFT_TYPE_TEXT},
	{.name = "priority", .type = ISOFT_TYPE_TEXT, .values = values_3},
	{.name = "completed", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "completion_time", .type = ISOFT_TYPE_TEXT},
	{.name = "due_time", .type = ISOFT_TYPE_TEXT},
	{.name = "remind_time_mins", .type = ISOFT_TYPE_INTEGER, .values = values_4},
	{.name = "assigned_to_user_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "contact_id", .type = ISOFT_TYPE_TEXT},
	{.name = "opportunity_id", .type = ISOFT_TYPE_TEXT},
	{.name = "accepted", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "custom_fields", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_5},
	{.name = NULL},
};

static const isoft_field fields_7[] = {
	{.name = "label", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_8[] = {
	"CURRENCY",
	"DATE",
	"DATE_TIME",
	"DAY_OF_WEEK",
	"DECIMAL_NUMBER",
	"DRILLDOWN",
	"DROPDOWN",
	"EMAIL",
	"LIST_BOX",
	"MONTH",
	"NAME",
	"PERCENT",
	"PHONE_NUMBER",
	"RADIO",
	"SOCIAL_SECURITY_NUMBER",
	"STATE",
	"TEXT",
	"TEXT_AREA",
	"USER",
	"USER_LIST_BOX",
	"WEBSITE",
	"WHOLE_NUMBER",
	"YEAR",
	"YES_NO",
	NULL,
};

static const isoft_field fields_9[] = {
	{.name = "label", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "options", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_7},
	{.name = "field_type", .type = ISOFT_TYPE_TEXT, .required = true, .values = values_8},
	{.name = "group_id", .type = ISOFT_TYPE_TEXT},
	{.name = "user_group_id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_10[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_11[] = {
	{.name = "tab_id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_12[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "tab_id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_13[] = {
	{.name = "filter", .type = ISOFT_TYPE_TEXT},
	{.name = "order_by", .type = ISOFT_TYPE_TEXT},
	{.name = "page_size", .type = ISOFT_TYPE_INTEGER, .bounded = true, .least = 0, .most = 1000},
	{.name = "page_token", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_14[] = {
	{.name = "id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = NULL},
};

static const isoft_field fields_15[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "category", .type = ISOFT_TYPE_OBJECT, .fields = fields_14},
	{.name = NULL},
};

static const isoft_field fields_16[] = {
	{.name = "contact_ids", .type = ISOFT_TYPE_TEXT, .list = true, .required = true},
	{.name = NULL},
};

static const isoft_field fields_17[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_18[] = {
	"ADDRESS_FIELD_UNSPECIFIED",
	"BILLING",
	"SHIPPING",
	"OTHER",
	NULL,
};

static const isoft_field fields_19[] = {
	{.name = "line1", .type = ISOFT_TYPE_TEXT},
	{.name = "line2", .type = ISOFT_TYPE_TEXT},
	{.name = "locality", .type = ISOFT_TYPE_TEXT},
	{.name = "field", .type = ISOFT_TYPE_TEXT, .values = values_18},
	{.name = "country_code", .type = ISOFT_TYPE_TEXT},
	{.name = "postal_code", .type = ISOFT_TYPE_TEXT},
	{.name = "region_code", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_20[] = {
	{.name = "quantity", .type = ISOFT_TYPE_INTEGER},
	{.name = "active", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "contact_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "subscription_plan_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "billing_amount", .type = ISOFT_TYPE_NUMBER},
	{.name = "auto_charge", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "max_charge_attempts", .type = ISOFT_TYPE_INTEGER},
	{.name = "days_between_retries", .type = ISOFT_TYPE_INTEGER},
	{.name = "start_date", .type = ISOFT_TYPE_TEXT},
	{.name = "payment_method_id", .type = ISOFT_TYPE_TEXT},
	{.name = "allow_tax", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "allow_duplicate", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "lead_affiliate_id", .type = ISOFT_TYPE_TEXT},
	{.name = "sale_affiliate_id", .type = ISOFT_TYPE_TEXT},
	{.name = "shipping_address", .type = ISOFT_TYPE_OBJECT, .fields = fields_19},
	{.name = "promo_code", .type = ISOFT_TYPE_TEXT},
	{.name = "shipping_option_id", .type = ISOFT_TYPE_TEXT},
	{.name = "reason_stopped", .type = ISOFT_TYPE_TEXT},
	{.name = "custom_fields", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_5},
	{.name = NULL},
};

static const isoft_field fields_21[] = {
	{.name = "reason", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_22[] = {
	{.name = "page_token", .type = ISOFT_TYPE_TEXT},
	{.name = "order_by", .type = ISOFT_TYPE_TEXT},
	{.name = "page_size", .type = ISOFT_TYPE_INTEGER},
	{.name = "fields", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_23[] = {
	{.name = "runReportRequest", .type = ISOFT_TYPE_OBJECT, .required = true, .fields = fields_22},
	{.name = NULL},
};

static const isoft_field fields_24[] = {
	{.name = "filter", .type = ISOFT_TYPE_TEXT},
	{.name = "page_token", .type = ISOFT_TYPE_TEXT},
	{.name = "order_by", .type = ISOFT_TYPE_TEXT},
	{.name = "page_size", .type = ISOFT_TYPE_INTEGER, .bounded = true, .least = 0, .most = 1000},
	{.name = NULL},
};

static const char *const values_25[] = {
	"COOKIE",
	"MANUAL",
	"PERMANENT",
	NULL,
};

static const isoft_field fields_26[] = {
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "source", .type = ISOFT_TYPE_TEXT},
	{.name = "contact_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "referral_partner_id", .type = ISOFT_TYPE_TEXT},
	{.name = "referral_time", .type = ISOFT_TYPE_TEXT},
	{.name = "expiration_time", .type = ISOFT_TYPE_TEXT},
	{.name = "ip_address", .type = ISOFT_TYPE_TEXT},
	{.name = "referral_type", .type = ISOFT_TYPE_TEXT, .values = values_25},
	{.name = NULL},
};

static const isoft_field fields_27[] = {
	{.name = "inventory_limit", .type = ISOFT_TYPE_INTEGER},
	{.name = "inventory_count", .type = ISOFT_TYPE_INTEGER},
	{.name = "out_of_stock_enabled", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "email_for_inventory_notifications", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_28[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "sku", .type = ISOFT_TYPE_TEXT},
	{.name = "price", .type = ISOFT_TYPE_INTEGER, .required = true},
	{.name = "active", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "shippable", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "weight", .type = ISOFT_TYPE_NUMBER},
	{.name = "taxable", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "inventory", .type = ISOFT_TYPE_OBJECT, .fields = fields_27},
	{.name = "short_description", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "subscription_only", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "storefront_hidden", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "country_taxable", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "state_taxable", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "city_taxable", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "top_html", .type = ISOFT_TYPE_TEXT},
	{.name = "bottom_html", .type = ISOFT_TYPE_TEXT},
	{.name = "is_package", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "needs_digital_delivery", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "delivery_description", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_29[] = {
	"INCREASE",
	"DECREASE",
	NULL,
};

static const isoft_field fields_30[] = {
	{.name = "type", .type = ISOFT_TYPE_TEXT, .values = values_29},
	{.name = "quantity", .type = ISOFT_TYPE_INTEGER},
	{.name = NULL},
};

static const char *const values_31[] = {
	"DAILY",
	"WEEKLY",
	"MONTHLY",
	"YEARLY",
	NULL,
};

static const isoft_field fields_32[] = {
	{.name = "active", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "frequency", .type = ISOFT_TYPE_INTEGER},
	{.name = "allow_prorating", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "cycle_type", .type = ISOFT_TYPE_TEXT, .required = true, .values = values_31},
	{.name = "display_order_index", .type = ISOFT_TYPE_INTEGER},
	{.name = "plan_price", .type = ISOFT_TYPE_NUMBER, .required = true},
	{.name = "total_cycles", .type = ISOFT_TYPE_INTEGER},
	{.name = NULL},
};

static const char *const values_33[] = {
	"LIST",
	"TEXT",
	NULL,
};

static const isoft_field fields_34[] = {
	{.name = "item_label", .type = ISOFT_TYPE_TEXT},
	{.name = "item_code", .type = ISOFT_TYPE_TEXT},
	{.name = "item_display_order", .type = ISOFT_TYPE_INTEGER},
	{.name = "price_adjustment", .type = ISOFT_TYPE_NUMBER},
	{.name = NULL},
};

static const char *const values_35[] = {
	"NONE",
	"LETTER",
	"DIGIT",
	"BOTH",
	NULL,
};

static const isoft_field fields_36[] = {
	{.name = "minimum_characters", .type = ISOFT_TYPE_INTEGER},
	{.name = "maximum_characters", .type = ISOFT_TYPE_INTEGER},
	{.name = "allow_spaces", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "only_starts_with", .type = ISOFT_TYPE_TEXT, .values = values_35},
	{.name = "only_ends_with", .type = ISOFT_TYPE_TEXT, .values = values_35},
	{.name = "only_contains", .type = ISOFT_TYPE_TEXT, .values = values_35},
	{.name = "error_message", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_37[] = {
	{.name = "required", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "option_type", .type = ISOFT_TYPE_TEXT, .required = true, .values = values_33},
	{.name = "option_label", .type = ISOFT_TYPE_TEXT},
	{.name = "display_order", .type = ISOFT_TYPE_INTEGER},
	{.name = "list_items", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_34},
	{.name = "text_rules", .type = ISOFT_TYPE_OBJECT, .fields = fields_36},
	{.name = NULL},
};

static const isoft_field fields_38[] = {
	{.name = "legacy", .type = ISOFT_TYPE_BOOLEAN},
	{.name = NULL},
};

static const isoft_field fields_39[] = {
	{.name = "file", .type = ISOFT_TYPE_FILE, .required = true},
	{.name = NULL},
};

static const isoft_field fields_40[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "description", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = NULL},
};

static const char *const values_41[] = {
	"PRODUCT",
	"SUBSCRIPTION_PLAN",
	NULL,
};

static const isoft_field fields_42[] = {
	{.name = "type", .type = ISOFT_TYPE_TEXT, .required = true, .values = values_41},
	{.name = "entity_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "price", .type = ISOFT_TYPE_NUMBER, .required = true},
	{.name = "quantity", .type = ISOFT_TYPE_INTEGER},
	{.name = "discount_percent", .type = ISOFT_TYPE_INTEGER},
	{.name = NULL},
};

static const isoft_field fields_43[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "display_order_index", .type = ISOFT_TYPE_INTEGER},
	{.name = "parent_category_id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_44[] = {
	{.name = "product_ids", .type = ISOFT_TYPE_TEXT, .list = true, .required = true},
	{.name = NULL},
};

static const isoft_field fields_45[] = {
	{.name = "contact_id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_46[] = {
	"PRODUCT",
	"SHIPPING",
	"TAX",
	"FINANCE_CHARGE",
	"SUBSCRIPTION",
	"DISCOUNT",
	"DISCOUNT_FREE_TRIAL",
	"DISCOUNT_ORDER_TOTAL",
	"DISCOUNT_PRODUCT",
	"DISCOUNT_PRODUCT_CATEGORY",
	"DISCOUNT_SHIPPING",
	"OTHER",
	"FEE",
	NULL,
};

static const isoft_field fields_47[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "quantity", .type = ISOFT_TYPE_INTEGER, .required = true},
	{.name = "notes", .type = ISOFT_TYPE_TEXT},
	{.name = "product_id", .type = ISOFT_TYPE_TEXT},
	{.name = "subscription_plan_id", .type = ISOFT_TYPE_TEXT},
	{.name = "subscription_plan_description", .type = ISOFT_TYPE_TEXT},
	{.name = "item_type", .type = ISOFT_TYPE_TEXT, .values = values_46},
	{.name = "price_per_unit", .type = ISOFT_TYPE_NUMBER},
	{.name = "cost_per_unit", .type = ISOFT_TYPE_NUMBER},
	{.name = NULL},
};

static const char *const values_48[] = {
	"ONLINE",
	"OFFLINE",
	NULL,
};

static const isoft_field fields_49[] = {
	{.name = "line1", .type = ISOFT_TYPE_TEXT},
	{.name = "line2", .type = ISOFT_TYPE_TEXT},
	{.name = "locality", .type = ISOFT_TYPE_TEXT},
	{.name = "region", .type = ISOFT_TYPE_TEXT},
	{.name = "company", .type = ISOFT_TYPE_TEXT},
	{.name = "phone", .type = ISOFT_TYPE_TEXT},
	{.name = "zip_code", .type = ISOFT_TYPE_TEXT},
	{.name = "zip_four", .type = ISOFT_TYPE_TEXT},
	{.name = "country_code", .type = ISOFT_TYPE_TEXT},
	{.name = "first_name", .type = ISOFT_TYPE_TEXT},
	{.name = "middle_name", .type = ISOFT_TYPE_TEXT},
	{.name = "last_name", .type = ISOFT_TYPE_TEXT},
	{.name = "is_invoice_to_company", .type = ISOFT_TYPE_BOOLEAN},
	{.name = NULL},
};

static const isoft_field fields_50[] = {
	{.name = "notes", .type = ISOFT_TYPE_TEXT},
	{.name = "terms", .type = ISOFT_TYPE_TEXT},
	{.name = "title", .type = ISOFT_TYPE_TEXT},
	{.name = "contact_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "order_items", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_47},
	{.name = "order_title", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "order_time", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "order_type", .type = ISOFT_TYPE_TEXT, .required = true, .values = values_48},
	{.name = "promo_codes", .type = ISOFT_TYPE_TEXT, .list = true},
	{.name = "lead_affiliate_id", .type = ISOFT_TYPE_TEXT},
	{.name = "sales_affiliate_id", .type = ISOFT_TYPE_TEXT},
	{.name = "shipping_address", .type = ISOFT_TYPE_OBJECT, .fields = fields_49},
	{.name = "custom_fields", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_5},
	{.name = "sent_time", .type = ISOFT_TYPE_TEXT},
	{.name = "due_time", .type = ISOFT_TYPE_TEXT},
	{.name = "invoice_number", .type = ISOFT_TYPE_TEXT},
	{.name = "external_create_user", .type = ISOFT_TYPE_TEXT},
	{.name = "external_create_time", .type = ISOFT_TYPE_TEXT},
	{.name = "external_update_time", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_51[] = {
	{.name = "file_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = NULL},
};

static const isoft_field fields_52[] = {
	{.name = "notes", .type = ISOFT_TYPE_TEXT},
	{.name = "payment_method_id", .type = ISOFT_TYPE_TEXT},
	{.name = "payment_method_type", .type = ISOFT_TYPE_TEXT},
	{.name = "payment_time", .type = ISOFT_TYPE_TEXT},
	{.name = "payment_amount", .type = ISOFT_TYPE_NUMBER, .required = true},
	{.name = "apply_to_commissions", .type = ISOFT_TYPE_BOOLEAN, .required = true},
	{.name = "external_source", .type = ISOFT_TYPE_TEXT},
	{.name = "external_source_value", .type = ISOFT_TYPE_TEXT},
	{.name = "external_status_value", .type = ISOFT_TYPE_TEXT},
	{.name = "external_create_time", .type = ISOFT_TYPE_TEXT},
	{.name = "external_update_time", .type = ISOFT_TYPE_TEXT},
	{.name = "external_create_user", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_53[] = {
	"UPFRONT",
	"PAYMENT_RECEIVED",
	NULL,
};

static const isoft_field fields_54[] = {
	{.name = "affiliate_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "pay_percent", .type = ISOFT_TYPE_NUMBER},
	{.name = "commission_amount", .type = ISOFT_TYPE_NUMBER},
	{.name = "payout_type", .type = ISOFT_TYPE_TEXT, .required = true, .values = values_53},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "commission_date", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_55[] = {
	"custom_fields",
	"created_by",
	"last_updated_by",
	"status_id",
	"monthly_revenue",
	"order_revenue",
	"objection",
	"status",
	"stage_entrance_time",
	NULL,
};

static const isoft_field fields_56[] = {
	{.name = "fields", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_55},
	{.name = "filter", .type = ISOFT_TYPE_TEXT},
	{.name = "order_by", .type = ISOFT_TYPE_TEXT},
	{.name = "page_size", .type = ISOFT_TYPE_INTEGER, .bounded = true, .least = 0, .most = 1000},
	{.name = "page_token", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_57[] = {
	{.name = "fields", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_55},
	{.name = NULL},
};

static const isoft_field fields_58[] = {
	{.name = "content", .type = ISOFT_TYPE_ANY},
	{.name = "id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_59[] = {
	{.name = "opportunity_title", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "next_action_time", .type = ISOFT_TYPE_TEXT},
	{.name = "next_action_notes", .type = ISOFT_TYPE_TEXT},
	{.name = "opportunity_notes", .type = ISOFT_TYPE_TEXT},
	{.name = "estimated_close_time", .type = ISOFT_TYPE_TEXT},
	{.name = "include_in_forecast", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "projected_revenue_low", .type = ISOFT_TYPE_NUMBER},
	{.name = "projected_revenue_high", .type = ISOFT_TYPE_NUMBER},
	{.name = "contact_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "stage_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "user_id", .type = ISOFT_TYPE_TEXT},
	{.name = "custom_fields", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_58},
	{.name = "affiliate_id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_60[] = {
	{.name = "description", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "required", .type = ISOFT_TYPE_BOOLEAN, .required = true},
	{.name = "order", .type = ISOFT_TYPE_INTEGER, .required = true},
	{.name = NULL},
};

static const isoft_field fields_61[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "order", .type = ISOFT_TYPE_INTEGER, .required = true},
	{.name = "target_number_days", .type = ISOFT_TYPE_INTEGER, .required = true, .bounded = true, .least = 0, .most = INT64_MAX},
	{.name = "probability", .type = ISOFT_TYPE_INTEGER, .required = true, .bounded = true, .least = 0, .most = 100},
	{.name = "checklist_items", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_60},
	{.name = NULL},
};

static const char *const values_62[] = {
	"ACTIVE",
	"INACTIVE",
	NULL,
};

static const isoft_field fields_63[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "vendor", .type = ISOFT_TYPE_TEXT},
	{.name = "medium", .type = ISOFT_TYPE_TEXT},
	{.name = "message", .type = ISOFT_TYPE_TEXT},
	{.name = "status", .type = ISOFT_TYPE_TEXT, .values = values_62},
	{.name = "lead_source_category_id", .type = ISOFT_TYPE_TEXT},
	{.name = "start_time", .type = ISOFT_TYPE_TEXT},
	{.name = "end_time", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_64[] = {
	{.name = "title", .type = ISOFT_TYPE_TEXT},
	{.name = "notes", .type = ISOFT_TYPE_TEXT},
	{.name = "amount", .type = ISOFT_TYPE_INTEGER, .required = true, .bounded = true, .least = 0, .most = INT64_MAX},
	{.name = "start_time", .type = ISOFT_TYPE_TEXT},
	{.name = "end_time", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_65[] = {
	{.name = "title", .type = ISOFT_TYPE_TEXT},
	{.name = "notes", .type = ISOFT_TYPE_TEXT},
	{.name = "amount", .type = ISOFT_TYPE_INTEGER, .required = true, .bounded = true, .least = 0, .most = INT64_MAX},
	{.name = "incurred_time", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_66[] = {
	{.name = "key", .type = ISOFT_TYPE_TEXT},
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_67[] = {
	{.name = "file", .type = ISOFT_TYPE_FILE, .required = true},
	{.name = "file_name", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "contact_id", .type = ISOFT_TYPE_TEXT},
	{.name = "is_public", .type = ISOFT_TYPE_TEXT},
	{.name = "file_association", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = NULL},
};

static const char *const values_68[] = {
	"file",
	"file_name",
	"is_public",
	NULL,
};

static const isoft_field fields_69[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_68},
	{.name = NULL},
};

static const isoft_field fields_70[] = {
	{.name = "file", .type = ISOFT_TYPE_FILE},
	{.name = "file_name", .type = ISOFT_TYPE_TEXT},
	{.name = "is_public", .type = ISOFT_TYPE_BOOLEAN},
	{.name = NULL},
};

static const char *const values_71[] = {
	"UNKNOWN",
	"INFUSIONSOFT",
	"MICROSOFT",
	"GOOGLE",
	NULL,
};

static const isoft_field fields_72[] = {
	{.name = "subject", .type = ISOFT_TYPE_TEXT},
	{.name = "headers", .type = ISOFT_TYPE_TEXT},
	{.name = "contact_id", .type = ISOFT_TYPE_TEXT},
	{.name = "sent_to_address", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "sent_to_cc_address_list", .type = ISOFT_TYPE_TEXT, .list = true},
	{.name = "sent_to_bcc_address_list", .type = ISOFT_TYPE_TEXT, .list = true},
	{.name = "sent_from_address", .type = ISOFT_TYPE_TEXT},
	{.name = "sent_from_reply_address", .type = ISOFT_TYPE_TEXT},
	{.name = "sent_time", .type = ISOFT_TYPE_TEXT},
	{.name = "received_time", .type = ISOFT_TYPE_TEXT},
	{.name = "opened_time", .type = ISOFT_TYPE_TEXT},
	{.name = "clicked_time", .type = ISOFT_TYPE_TEXT},
	{.name = "plain_content", .type = ISOFT_TYPE_TEXT},
	{.name = "html_content", .type = ISOFT_TYPE_TEXT},
	{.name = "original_provider", .type = ISOFT_TYPE_TEXT, .values = values_71},
	{.name = "original_provider_id", .type = ISOFT_TYPE_TEXT},
	{.name = "provider_source_id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_73[] = {
	{.name = "file_name", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "file_data", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = NULL},
};

static const isoft_field fields_74[] = {
	{.name = "contacts", .type = ISOFT_TYPE_TEXT, .list = true, .required = true},
	{.name = "subject", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "attachments", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_73},
	{.name = "user_id", .type = ISOFT_TYPE_TEXT},
	{.name = "from_address", .type = ISOFT_TYPE_TEXT},
	{.name = "html_content", .type = ISOFT_TYPE_TEXT},
	{.name = "plain_content", .type = ISOFT_TYPE_TEXT},
	{.name = "address_field", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_75[] = {
	{.name = "email_ids", .type = ISOFT_TYPE_TEXT, .list = true, .required = true},
	{.name = NULL},
};

static const isoft_field fields_76[] = {
	{.name = "emails", .type = ISOFT_TYPE_OBJECT, .list = true, .required = true, .fields = fields_72},
	{.name = NULL},
};

static const isoft_field fields_77[] = {
	{.name = "template_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "contact_ids", .type = ISOFT_TYPE_TEXT, .list = true, .required = true},
	{.name = "user_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "address_field", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_78[] = {
	"DATE_RANGE",
	"PROMO_CODE",
	"PRODUCT",
	"SUBSCRIPTION_PLAN",
	"ORDER_TOTAL",
	NULL,
};

static const char *const values_79[] = {
	"LESS_THAN",
	"GREATER_THAN",
	NULL,
};

static const isoft_field fields_80[] = {
	{.name = "type", .type = ISOFT_TYPE_TEXT, .values = values_78},
	{.name = "code", .type = ISOFT_TYPE_TEXT},
	{.name = "range_start_time", .type = ISOFT_TYPE_TEXT},
	{.name = "range_end_time", .type = ISOFT_TYPE_TEXT},
	{.name = "product_id", .type = ISOFT_TYPE_TEXT},
	{.name = "product_quantity_min", .type = ISOFT_TYPE_INTEGER},
	{.name = "product_quantity_max", .type = ISOFT_TYPE_INTEGER},
	{.name = "plan_id", .type = ISOFT_TYPE_TEXT},
	{.name = "subscription_quantity", .type = ISOFT_TYPE_INTEGER},
	{.name = "total_amount", .type = ISOFT_TYPE_NUMBER},
	{.name = "operator", .type = ISOFT_TYPE_TEXT, .values = values_79},
	{.name = NULL},
};

static const char *const values_81[] = {
	"AMOUNT",
	"PERCENT",
	NULL,
};

static const isoft_field fields_82[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "criteria", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_80},
	{.name = "discount_type", .type = ISOFT_TYPE_TEXT, .required = true, .values = values_81},
	{.name = "discount_value", .type = ISOFT_TYPE_NUMBER, .required = true},
	{.name = NULL},
};

static const isoft_field fields_83[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "criteria", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_80},
	{.name = "apply_to_commissions", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "product_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "discount_type", .type = ISOFT_TYPE_TEXT, .required = true, .values = values_81},
	{.name = "discount_value", .type = ISOFT_TYPE_NUMBER, .required = true},
	{.name = NULL},
};

static const char *const values_84[] = {
	"DATE_RANGE",
	"PROMO_CODE",
	NULL,
};

static const isoft_field fields_85[] = {
	{.name = "type", .type = ISOFT_TYPE_TEXT, .values = values_84},
	{.name = "code", .type = ISOFT_TYPE_TEXT},
	{.name = "range_start_time", .type = ISOFT_TYPE_TEXT},
	{.name = "range_end_time", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_86[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "criteria", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_85},
	{.name = "apply_to_commissions", .type = ISOFT_TYPE_BOOLEAN, .required = true},
	{.name = "discount_percent", .type = ISOFT_TYPE_NUMBER, .required = true},
	{.name = "product_category_ids", .type = ISOFT_TYPE_TEXT, .list = true, .required = true},
	{.name = NULL},
};

static const char *const values_87[] = {
	"GROSS",
	"NET",
	NULL,
};

static const isoft_field fields_88[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "criteria", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_80},
	{.name = "apply_to_commissions", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "discount_type", .type = ISOFT_TYPE_TEXT, .required = true, .values = values_81},
	{.name = "discount_value", .type = ISOFT_TYPE_NUMBER, .required = true},
	{.name = "discount_strategy", .type = ISOFT_TYPE_TEXT, .values = values_87},
	{.name = NULL},
};

static const isoft_field fields_89[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "criteria", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_80},
	{.name = "hide_price", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "subscription_plan_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "free_trial_days", .type = ISOFT_TYPE_INTEGER},
	{.name = NULL},
};

static const isoft_field fields_90[] = {
	{.name = "fields", .type = ISOFT_TYPE_TEXT, .list = true, .joined = true},
	{.name = "filter", .type = ISOFT_TYPE_TEXT},
	{.name = "order_by", .type = ISOFT_TYPE_TEXT},
	{.name = "page_size", .type = ISOFT_TYPE_INTEGER, .bounded = true, .least = 0, .most = 1000},
	{.name = "page_token", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_91[] = {
	"Email",
	"EmailAndName",
	"EmailAndNameAndCompany",
	NULL,
};

static const isoft_field fields_92[] = {
	{.name = "fields", .type = ISOFT_TYPE_TEXT, .list = true, .joined = true},
	{.name = "duplicate_option", .type = ISOFT_TYPE_TEXT, .values = values_91},
	{.name = NULL},
};

static const isoft_field fields_93[] = {
	{.name = "country", .type = ISOFT_TYPE_TEXT},
	{.name = "line1", .type = ISOFT_TYPE_TEXT},
	{.name = "line2", .type = ISOFT_TYPE_TEXT},
	{.name = "locality", .type = ISOFT_TYPE_TEXT},
	{.name = "region", .type = ISOFT_TYPE_TEXT},
	{.name = "field", .type = ISOFT_TYPE_TEXT, .values = values_18},
	{.name = "country_code", .type = ISOFT_TYPE_TEXT},
	{.name = "postal_code", .type = ISOFT_TYPE_TEXT},
	{.name = "region_code", .type = ISOFT_TYPE_TEXT},
	{.name = "zip_code", .type = ISOFT_TYPE_TEXT},
	{.name = "zip_four", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_94[] = {
	{.name = "id", .type = ISOFT_TYPE_TEXT},
	{.name = "company_name", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_95[] = {
	{.name = "ip_address", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_96[] = {
	"EMAIL_FIELD_UNSPECIFIED",
	"EMAIL1",
	"EMAIL2",
	"EMAIL3",
	NULL,
};

static const isoft_field fields_97[] = {
	{.name = "email", .type = ISOFT_TYPE_TEXT},
	{.name = "field", .type = ISOFT_TYPE_TEXT, .values = values_96},
	{.name = "opt_in_reason", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_98[] = {
	"FAX_NUMBER_FIELD_UNSPECIFIED",
	"FAX1",
	"FAX2",
	NULL,
};

static const isoft_field fields_99[] = {
	{.name = "number", .type = ISOFT_TYPE_TEXT},
	{.name = "type", .type = ISOFT_TYPE_TEXT},
	{.name = "field", .type = ISOFT_TYPE_TEXT, .values = values_98},
	{.name = NULL},
};

static const char *const values_100[] = {
	"PHONE_NUMBER_FIELD_UNSPECIFIED",
	"PHONE1",
	"PHONE2",
	"PHONE3",
	"PHONE4",
	"PHONE5",
	NULL,
};

static const isoft_field fields_101[] = {
	{.name = "extension", .type = ISOFT_TYPE_TEXT},
	{.name = "number", .type = ISOFT_TYPE_TEXT},
	{.name = "type", .type = ISOFT_TYPE_TEXT},
	{.name = "field", .type = ISOFT_TYPE_TEXT, .values = values_100},
	{.name = "number_e164", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_102[] = {
	"SOCIAL_ACCOUNT_TYPE_UNSPECIFIED",
	"FACEBOOK",
	"LINKED_IN",
	"TWITTER",
	"INSTAGRAM",
	"SNAPCHAT",
	"YOUTUBE",
	"PINTEREST",
	NULL,
};

static const isoft_field fields_103[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "type", .type = ISOFT_TYPE_TEXT, .required = true, .values = values_102},
	{.name = NULL},
};

static const char *const values_104[] = {
	"SOURCE_TYPE_UNSPECIFIED",
	"API",
	"APPOINTMENT",
	"FORM_API_HOSTED",
	"FORM_API_INTERNAL",
	"IMPORT",
	"INTERNAL_FORM",
	"LANDING_PAGE",
	"MANUAL",
	"OTHER",
	"UNKNOWN",
	"WEBFORM",
	NULL,
};

static const isoft_field fields_105[] = {
	{.name = "keap_source_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "utm_source", .type = ISOFT_TYPE_TEXT},
	{.name = "utm_medium", .type = ISOFT_TYPE_TEXT},
	{.name = "utm_term", .type = ISOFT_TYPE_TEXT},
	{.name = "utm_campaign", .type = ISOFT_TYPE_TEXT},
	{.name = "utm_content", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_106[] = {
	{.name = "addresses", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_93},
	{.name = "company", .type = ISOFT_TYPE_OBJECT, .fields = fields_94},
	{.name = "origin", .type = ISOFT_TYPE_OBJECT, .fields = fields_95},
	{.name = "prefix", .type = ISOFT_TYPE_TEXT},
	{.name = "suffix", .type = ISOFT_TYPE_TEXT},
	{.name = "website", .type = ISOFT_TYPE_TEXT, .longest = 100},
	{.name = "anniversary_date", .type = ISOFT_TYPE_TEXT},
	{.name = "birth_date", .type = ISOFT_TYPE_TEXT},
	{.name = "contact_type", .type = ISOFT_TYPE_TEXT},
	{.name = "custom_fields", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_5},
	{.name = "email_addresses", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_97},
	{.name = "family_name", .type = ISOFT_TYPE_TEXT, .longest = 40},
	{.name = "fax_numbers", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_99},
	{.name = "given_name", .type = ISOFT_TYPE_TEXT, .longest = 40},
	{.name = "job_title", .type = ISOFT_TYPE_TEXT, .longest = 255},
	{.name = "leadsource_id", .type = ISOFT_TYPE_TEXT},
	{.name = "middle_name", .type = ISOFT_TYPE_TEXT, .longest = 100},
	{.name = "owner_id", .type = ISOFT_TYPE_TEXT},
	{.name = "phone_numbers", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_101},
	{.name = "preferred_locale", .type = ISOFT_TYPE_TEXT},
	{.name = "preferred_name", .type = ISOFT_TYPE_TEXT, .longest = 100},
	{.name = "referral_code", .type = ISOFT_TYPE_TEXT},
	{.name = "social_accounts", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_103},
	{.name = "source_type", .type = ISOFT_TYPE_TEXT, .values = values_104},
	{.name = "spouse_name", .type = ISOFT_TYPE_TEXT, .longest = 100},
	{.name = "time_zone", .type = ISOFT_TYPE_TEXT},
	{.name = "utm_parameters", .type = ISOFT_TYPE_OBJECT, .fields = fields_105},
	{.name = "assistant_name", .type = ISOFT_TYPE_TEXT, .longest = 20},
	{.name = "assistant_phone", .type = ISOFT_TYPE_TEXT, .longest = 15},
	{.name = "billing_information", .type = ISOFT_TYPE_TEXT, .longest = 100},
	{.name = NULL},
};

static const isoft_field fields_107[] = {
	{.name = "contact1_id", .type = ISOFT_TYPE_TEXT},
	{.name = "link_type_id", .type = ISOFT_TYPE_TEXT},
	{.name = "contact2_id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_108[] = {
	{.name = "contact_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "duplicate_contact_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = NULL},
};

static const isoft_field fields_109[] = {
	{.name = "title", .type = ISOFT_TYPE_TEXT},
	{.name = "text", .type = ISOFT_TYPE_TEXT},
	{.name = "type", .type = ISOFT_TYPE_TEXT},
	{.name = "user_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "is_pinned", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "custom_fields", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_5},
	{.name = NULL},
};

static const isoft_field fields_110[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "max_links", .type = ISOFT_TYPE_INTEGER},
	{.name = NULL},
};

static const char *const values_111[] = {
	"UNENGAGED_MARKETABLE",
	"SINGLE_OPT_IN",
	"DOUBLE_OPT_IN",
	"CONFIRMED",
	"UNENGAGED_NON_MARKETABLE",
	"NON_MARKETABLE",
	"LOCKDOWN",
	"BOUNCE",
	"HARD_BOUNCE",
	"MANUAL",
	"ADMIN",
	"SYSTEM",
	"LIST_UNSUBSCRIBE",
	"FEEDBACK",
	"SPAM",
	"INVALID",
	"DEACTIVATED",
	NULL,
};

static const isoft_field fields_112[] = {
	{.name = "email", .type = ISOFT_TYPE_TEXT},
	{.name = "field", .type = ISOFT_TYPE_TEXT, .values = values_96},
	{.name = "opt_in_reason", .type = ISOFT_TYPE_TEXT},
	{.name = "is_opt_in", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "email_opt_status", .type = ISOFT_TYPE_TEXT, .values = values_111},
	{.name = NULL},
};

static const isoft_field fields_113[] = {
	{.name = "address", .type = ISOFT_TYPE_OBJECT, .fields = fields_93},
	{.name = "notes", .type = ISOFT_TYPE_TEXT},
	{.name = "website", .type = ISOFT_TYPE_TEXT},
	{.name = "suffix", .type = ISOFT_TYPE_TEXT},
	{.name = "title", .type = ISOFT_TYPE_TEXT},
	{.name = "company_name", .type = ISOFT_TYPE_TEXT},
	{.name = "custom_fields", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_5},
	{.name = "email_address", .type = ISOFT_TYPE_OBJECT, .fields = fields_112},
	{.name = "fax_number", .type = ISOFT_TYPE_OBJECT, .fields = fields_99},
	{.name = "phone_number", .type = ISOFT_TYPE_OBJECT, .fields = fields_101},
	{.name = "anniversary_date", .type = ISOFT_TYPE_TEXT},
	{.name = "assistant_name", .type = ISOFT_TYPE_TEXT},
	{.name = "assistant_phone", .type = ISOFT_TYPE_TEXT},
	{.name = "billing_information", .type = ISOFT_TYPE_TEXT},
	{.name = "birth_date", .type = ISOFT_TYPE_TEXT},
	{.name = "contact_type", .type = ISOFT_TYPE_TEXT},
	{.name = "first_name", .type = ISOFT_TYPE_TEXT},
	{.name = "job_title", .type = ISOFT_TYPE_TEXT},
	{.name = "last_name", .type = ISOFT_TYPE_TEXT},
	{.name = "middle_name", .type = ISOFT_TYPE_TEXT},
	{.name = "preferred_name", .type = ISOFT_TYPE_TEXT},
	{.name = "owner_id", .type = ISOFT_TYPE_TEXT},
	{.name = "referral_code", .type = ISOFT_TYPE_TEXT},
	{.name = "spouse_name", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_114[] = {
	{.name = "integration", .type = ISOFT_TYPE_TEXT},
	{.name = "call_name", .type = ISOFT_TYPE_TEXT},
	{.name = "automation_id", .type = ISOFT_TYPE_INTEGER},
	{.name = "goal_id", .type = ISOFT_TYPE_INTEGER},
	{.name = "contact_id", .type = ISOFT_TYPE_INTEGER, .required = true},
	{.name = NULL},
};

static const isoft_field fields_115[] = {
	{.name = "category_ids", .type = ISOFT_TYPE_TEXT, .list = true},
	{.name = "automation_ids", .type = ISOFT_TYPE_TEXT, .list = true},
	{.name = "apply_category", .type = ISOFT_TYPE_BOOLEAN},
	{.name = NULL},
};

static const isoft_field fields_116[] = {
	{.name = "automation_ids", .type = ISOFT_TYPE_TEXT, .list = true, .required = true},
	{.name = "unpublished_form_message", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_117[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = NULL},
};

static const isoft_field fields_118[] = {
	{.name = "ids", .type = ISOFT_TYPE_INTEGER, .list = true, .required = true},
	{.name = NULL},
};

static const isoft_field fields_119[] = {
	{.name = "code", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "status", .type = ISOFT_TYPE_TEXT, .values = values_62},
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "contact_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "parent_affiliate_id", .type = ISOFT_TYPE_TEXT},
	{.name = "notify_on_sale", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "notify_on_lead", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "track_leads_days", .type = ISOFT_TYPE_INTEGER},
	{.name = "password", .type = ISOFT_TYPE_TEXT},
	{.name = "custom_fields", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_5},
	{.name = NULL},
};

static const isoft_field fields_120[] = {
	{.name = "affiliate_program_id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_121[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "code", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "affiliate_id", .type = ISOFT_TYPE_TEXT},
	{.name = "website_address", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "program_ids", .type = ISOFT_TYPE_TEXT, .list = true},
	{.name = NULL},
};

static const isoft_field fields_122[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "notes", .type = ISOFT_TYPE_TEXT},
	{.name = "priority", .type = ISOFT_TYPE_INTEGER, .required = true},
	{.name = NULL},
};

static const isoft_field fields_123[] = {
	{.name = "product_id", .type = ISOFT_TYPE_TEXT},
	{.name = "subscription_plan_id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_124[] = {
	{.name = "product_id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_125[] = {
	{.name = "sale_percent", .type = ISOFT_TYPE_TEXT},
	{.name = "sale_amount", .type = ISOFT_TYPE_TEXT},
	{.name = "lead_percent", .type = ISOFT_TYPE_TEXT},
	{.name = "lead_amount", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_126[] = {
	{.name = "percentage", .type = ISOFT_TYPE_TEXT},
	{.name = "unused", .type = ISOFT_TYPE_OBJECT, .fields = fields_125},
	{.name = "dollar_amount", .type = ISOFT_TYPE_TEXT},
	{.name = "level_1", .type = ISOFT_TYPE_OBJECT, .fields = fields_125},
	{.name = "level_2", .type = ISOFT_TYPE_OBJECT, .fields = fields_125},
	{.name = "payout_type", .type = ISOFT_TYPE_TEXT, .values = values_53},
	{.name = "subscription_id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_127[] = {
	"percentage",
	"dollar_amount",
	"payout_type",
	"level_1",
	"level_2",
	"unused",
	NULL,
};

static const isoft_field fields_128[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_127},
	{.name = NULL},
};

static const char *const values_129[] = {
	"EMAIL",
	"BANNER",
	"PAGE",
	NULL,
};

static const isoft_field fields_130[] = {
	{.name = "title", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "type", .type = ISOFT_TYPE_TEXT, .required = true, .values = values_129},
	{.name = "notes", .type = ISOFT_TYPE_TEXT},
	{.name = "url", .type = ISOFT_TYPE_TEXT},
	{.name = "order", .type = ISOFT_TYPE_INTEGER},
	{.name = "content_html", .type = ISOFT_TYPE_TEXT},
	{.name = "page_width", .type = ISOFT_TYPE_INTEGER},
	{.name = "page_height", .type = ISOFT_TYPE_INTEGER},
	{.name = "commission_program_ids", .type = ISOFT_TYPE_TEXT, .list = true, .required = true},
	{.name = NULL},
};

static const isoft_field fields_131[] = {
	{.name = "percentage", .type = ISOFT_TYPE_TEXT},
	{.name = "unused", .type = ISOFT_TYPE_OBJECT, .fields = fields_125},
	{.name = "dollar_amount", .type = ISOFT_TYPE_TEXT},
	{.name = "level_1", .type = ISOFT_TYPE_OBJECT, .fields = fields_125},
	{.name = "level_2", .type = ISOFT_TYPE_OBJECT, .fields = fields_125},
	{.name = "payout_type", .type = ISOFT_TYPE_TEXT, .values = values_53},
	{.name = "product_id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_132[] = {
	{.name = "percentage", .type = ISOFT_TYPE_TEXT},
	{.name = "unused", .type = ISOFT_TYPE_OBJECT, .fields = fields_125},
	{.name = "dollar_amount", .type = ISOFT_TYPE_TEXT},
	{.name = "level_1", .type = ISOFT_TYPE_OBJECT, .fields = fields_125},
	{.name = "level_2", .type = ISOFT_TYPE_OBJECT, .fields = fields_125},
	{.name = "payout_type", .type = ISOFT_TYPE_TEXT, .values = values_53},
	{.name = "product_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = NULL},
};

static const isoft_field fields_133[] = {
	{.name = "percentage", .type = ISOFT_TYPE_TEXT},
	{.name = "unused", .type = ISOFT_TYPE_OBJECT, .fields = fields_125},
	{.name = "dollar_amount", .type = ISOFT_TYPE_TEXT},
	{.name = "level_1", .type = ISOFT_TYPE_OBJECT, .fields = fields_125},
	{.name = "level_2", .type = ISOFT_TYPE_OBJECT, .fields = fields_125},
	{.name = "payout_type", .type = ISOFT_TYPE_TEXT, .values = values_53},
	{.name = NULL},
};

static const char *const values_134[] = {
	"address",
	"company_name",
	"email_address",
	"family_name",
	"fax_numbers",
	"given_name",
	"job_title",
	"phone_numbers",
	"time_zone",
	"website",
	NULL,
};

static const isoft_field fields_135[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_134},
	{.name = NULL},
};

static const isoft_field fields_136[] = {
	{.name = "address", .type = ISOFT_TYPE_OBJECT, .fields = fields_93},
	{.name = "title", .type = ISOFT_TYPE_TEXT},
	{.name = "website", .type = ISOFT_TYPE_TEXT},
	{.name = "company_name", .type = ISOFT_TYPE_TEXT},
	{.name = "email_address", .type = ISOFT_TYPE_OBJECT, .fields = fields_97},
	{.name = "family_name", .type = ISOFT_TYPE_TEXT},
	{.name = "fax_numbers", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_99},
	{.name = "given_name", .type = ISOFT_TYPE_TEXT},
	{.name = "phone_numbers", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_101},
	{.name = "time_zone", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_137[] = {
	"id",
	"title",
	"description",
	"type",
	"priority",
	"completion_time",
	"due_time",
	"remind_time_mins",
	"assigned_to_user_id",
	"last_updated_by_user_id",
	"contact_id",
	"opportunity_id",
	"accepted",
	"completed",
	"custom_fields",
	NULL,
};

static const isoft_field fields_138[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_137},
	{.name = "fields", .type = ISOFT_TYPE_TEXT, .list = true, .joined = true},
	{.name = NULL},
};

static const isoft_field fields_139[] = {
	{.name = "title", .type = ISOFT_TYPE_TEXT},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "type", .type = ISOFT_TYPE_TEXT},
	{.name = "priority", .type = ISOFT_TYPE_TEXT, .values = values_3},
	{.name = "completed", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "completion_time", .type = ISOFT_TYPE_TEXT},
	{.name = "due_time", .type = ISOFT_TYPE_TEXT},
	{.name = "remind_time_mins", .type = ISOFT_TYPE_INTEGER, .values = values_4},
	{.name = "assigned_to_user_id", .type = ISOFT_TYPE_TEXT},
	{.name = "contact_id", .type = ISOFT_TYPE_TEXT},
	{.name = "opportunity_id", .type = ISOFT_TYPE_TEXT},
	{.name = "accepted", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "custom_fields", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_5},
	{.name = NULL},
};

static const char *const values_140[] = {
	"group_id",
	"label",
	"options",
	NULL,
};

static const isoft_field fields_141[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_140},
	{.name = NULL},
};

static const isoft_field fields_142[] = {
	{.name = "id", .type = ISOFT_TYPE_TEXT},
	{.name = "label", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_143[] = {
	{.name = "label", .type = ISOFT_TYPE_TEXT},
	{.name = "options", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_142},
	{.name = "group_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = NULL},
};

static const char *const values_144[] = {
	"name",
	"order",
	NULL,
};

static const isoft_field fields_145[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .required = true, .values = values_144},
	{.name = NULL},
};

static const isoft_field fields_146[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "order", .type = ISOFT_TYPE_INTEGER},
	{.name = NULL},
};

static const char *const values_147[] = {
	"name",
	"tab_id",
	"order",
	NULL,
};

static const isoft_field fields_148[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .required = true, .values = values_147},
	{.name = NULL},
};

static const isoft_field fields_149[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "order", .type = ISOFT_TYPE_INTEGER},
	{.name = "tab_id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_150[] = {
	"name",
	"description",
	"category",
	NULL,
};

static const isoft_field fields_151[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_150},
	{.name = NULL},
};

static const char *const values_152[] = {
	"name",
	"description",
	NULL,
};

static const isoft_field fields_153[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_152},
	{.name = NULL},
};

static const char *const values_154[] = {
	"contact_id",
	"subscription_plan_id",
	"quantity",
	"billing_amount",
	"auto_charge",
	"max_charge_attempts",
	"days_between_retries",
	"active",
	"billing_frequency",
	"billing_cycle",
	"next_bill_date",
	"end_date",
	"payment_method_id",
	"allow_tax",
	"lead_affiliate_id",
	"sale_affiliate_id",
	"promo_code",
	"shipping_option_id",
	"reason_stopped",
	"shipping_address",
	"custom_fields",
	NULL,
};

static const isoft_field fields_155[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_154},
	{.name = NULL},
};

static const char *const values_156[] = {
	"YEAR",
	"MONTH",
	"WEEK",
	"DAY",
	NULL,
};

static const isoft_field fields_157[] = {
	{.name = "quantity", .type = ISOFT_TYPE_INTEGER},
	{.name = "active", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "contact_id", .type = ISOFT_TYPE_TEXT},
	{.name = "subscription_plan_id", .type = ISOFT_TYPE_TEXT},
	{.name = "billing_amount", .type = ISOFT_TYPE_NUMBER},
	{.name = "auto_charge", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "max_charge_attempts", .type = ISOFT_TYPE_INTEGER},
	{.name = "days_between_retries", .type = ISOFT_TYPE_INTEGER},
	{.name = "billing_frequency", .type = ISOFT_TYPE_INTEGER},
	{.name = "billing_cycle", .type = ISOFT_TYPE_TEXT, .values = values_156},
	{.name = "next_bill_date", .type = ISOFT_TYPE_TEXT},
	{.name = "end_date", .type = ISOFT_TYPE_TEXT},
	{.name = "payment_method_id", .type = ISOFT_TYPE_TEXT},
	{.name = "allow_tax", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "lead_affiliate_id", .type = ISOFT_TYPE_TEXT},
	{.name = "sale_affiliate_id", .type = ISOFT_TYPE_TEXT},
	{.name = "shipping_address", .type = ISOFT_TYPE_OBJECT, .fields = fields_19},
	{.name = "promo_code", .type = ISOFT_TYPE_TEXT},
	{.name = "shipping_option_id", .type = ISOFT_TYPE_TEXT},
	{.name = "reason_stopped", .type = ISOFT_TYPE_TEXT},
	{.name = "custom_fields", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_5},
	{.name = NULL},
};

static const char *const values_158[] = {
	"active",
	"name",
	"description",
	"price",
	"sku",
	"shippable",
	"short_description",
	"subscription_only",
	"storefront_hidden",
	"weight",
	"taxable",
	"country_taxable",
	"city_taxable",
	"state_taxable",
	"inventory_limit",
	"out_of_stock_enabled",
	"email_for_inventory_notifications",
	"top_html",
	"bottom_html",
	"is_package",
	"needs_digital_delivery",
	"delivery_description",
	NULL,
};

static const isoft_field fields_159[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_158},
	{.name = NULL},
};

static const isoft_field fields_160[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "sku", .type = ISOFT_TYPE_TEXT},
	{.name = "price", .type = ISOFT_TYPE_INTEGER},
	{.name = "active", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "shippable", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "weight", .type = ISOFT_TYPE_NUMBER},
	{.name = "taxable", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "short_description", .type = ISOFT_TYPE_TEXT},
	{.name = "subscription_only", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "storefront_hidden", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "country_taxable", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "state_taxable", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "city_taxable", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "inventory_limit", .type = ISOFT_TYPE_INTEGER},
	{.name = "out_of_stock_enabled", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "email_for_inventory_notifications", .type = ISOFT_TYPE_TEXT},
	{.name = "top_html", .type = ISOFT_TYPE_TEXT},
	{.name = "bottom_html", .type = ISOFT_TYPE_TEXT},
	{.name = "is_package", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "needs_digital_delivery", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "delivery_description", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_161[] = {
	"active",
	"allow_prorating",
	"cycle_type",
	"display_order_index",
	"frequency",
	"plan_price",
	"total_cycles",
	NULL,
};

static const isoft_field fields_162[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_161},
	{.name = NULL},
};

static const char *const values_163[] = {
	"option_label",
	"display_order",
	"required",
	"minimum_characters",
	"maximum_characters",
	"allow_spaces",
	"only_starts_with",
	"only_ends_with",
	"only_contains",
	"error_message",
	NULL,
};

static const isoft_field fields_164[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_163},
	{.name = NULL},
};

static const isoft_field fields_165[] = {
	{.name = "required", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "option_label", .type = ISOFT_TYPE_TEXT},
	{.name = "display_order", .type = ISOFT_TYPE_INTEGER},
	{.name = "minimum_characters", .type = ISOFT_TYPE_INTEGER},
	{.name = "maximum_characters", .type = ISOFT_TYPE_INTEGER},
	{.name = "allow_spaces", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "only_starts_with", .type = ISOFT_TYPE_TEXT, .values = values_35},
	{.name = "only_ends_with", .type = ISOFT_TYPE_TEXT, .values = values_35},
	{.name = "only_contains", .type = ISOFT_TYPE_TEXT, .values = values_35},
	{.name = "error_message", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_166[] = {
	"item_label",
	"item_code",
	"item_display_order",
	"price_adjustment",
	NULL,
};

static const isoft_field fields_167[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_166},
	{.name = NULL},
};

static const char *const values_168[] = {
	"quantity",
	"price",
	"discount_percent",
	NULL,
};

static const isoft_field fields_169[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_168},
	{.name = NULL},
};

static const isoft_field fields_170[] = {
	{.name = "price", .type = ISOFT_TYPE_NUMBER},
	{.name = "quantity", .type = ISOFT_TYPE_INTEGER},
	{.name = "discount_percent", .type = ISOFT_TYPE_INTEGER},
	{.name = NULL},
};

static const char *const values_171[] = {
	"name",
	"display_order_index",
	"parent_category_id",
	NULL,
};

static const isoft_field fields_172[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_171},
	{.name = NULL},
};

static const isoft_field fields_173[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "display_order_index", .type = ISOFT_TYPE_INTEGER},
	{.name = "parent_category_id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_174[] = {
	"contact_id",
	"order_items",
	"order_title",
	"order_time",
	"order_type",
	"promo_codes",
	"lead_affiliate_id",
	"sales_affiliate_id",
	"shipping_address",
	"notes",
	"terms",
	"payment_plan",
	"custom_fields",
	"sent_time",
	"title",
	"due_time",
	"invoice_number",
	"external_create_user",
	"external_create_time",
	"external_update_time",
	NULL,
};

static const isoft_field fields_175[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_174},
	{.name = NULL},
};

static const isoft_field fields_176[] = {
	{.name = "auto_charge", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "max_charge_attempts", .type = ISOFT_TYPE_INTEGER},
	{.name = "days_between_retries", .type = ISOFT_TYPE_INTEGER},
	{.name = "payment_method_id", .type = ISOFT_TYPE_TEXT},
	{.name = "initial_payment_amount", .type = ISOFT_TYPE_NUMBER},
	{.name = "initial_payment_date", .type = ISOFT_TYPE_TEXT},
	{.name = "plan_start_date", .type = ISOFT_TYPE_TEXT},
	{.name = "number_of_payments", .type = ISOFT_TYPE_INTEGER},
	{.name = "days_between_payments", .type = ISOFT_TYPE_INTEGER},
	{.name = NULL},
};

static const isoft_field fields_177[] = {
	{.name = "notes", .type = ISOFT_TYPE_TEXT},
	{.name = "terms", .type = ISOFT_TYPE_TEXT},
	{.name = "title", .type = ISOFT_TYPE_TEXT},
	{.name = "contact_id", .type = ISOFT_TYPE_TEXT},
	{.name = "order_title", .type = ISOFT_TYPE_TEXT},
	{.name = "order_time", .type = ISOFT_TYPE_TEXT},
	{.name = "order_type", .type = ISOFT_TYPE_TEXT, .values = values_48},
	{.name = "promo_codes", .type = ISOFT_TYPE_TEXT, .list = true},
	{.name = "lead_affiliate_id", .type = ISOFT_TYPE_TEXT},
	{.name = "sales_affiliate_id", .type = ISOFT_TYPE_TEXT},
	{.name = "shipping_address", .type = ISOFT_TYPE_OBJECT, .fields = fields_49},
	{.name = "payment_plan", .type = ISOFT_TYPE_OBJECT, .fields = fields_176},
	{.name = "custom_fields", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_5},
	{.name = "sent_time", .type = ISOFT_TYPE_TEXT},
	{.name = "due_time", .type = ISOFT_TYPE_TEXT},
	{.name = "invoice_number", .type = ISOFT_TYPE_TEXT},
	{.name = "external_create_user", .type = ISOFT_TYPE_TEXT},
	{.name = "external_create_time", .type = ISOFT_TYPE_TEXT},
	{.name = "external_update_time", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_178[] = {
	"name",
	"description",
	"notes",
	"quantity",
	"price_per_unit",
	"cost_per_unit",
	"product_id",
	"subscription_plan_id",
	"subscription_plan_description",
	NULL,
};

static const isoft_field fields_179[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_178},
	{.name = NULL},
};

static const isoft_field fields_180[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "quantity", .type = ISOFT_TYPE_INTEGER},
	{.name = "notes", .type = ISOFT_TYPE_TEXT},
	{.name = "product_id", .type = ISOFT_TYPE_TEXT},
	{.name = "subscription_plan_id", .type = ISOFT_TYPE_TEXT},
	{.name = "subscription_plan_description", .type = ISOFT_TYPE_TEXT},
	{.name = "price_per_unit", .type = ISOFT_TYPE_NUMBER},
	{.name = "cost_per_unit", .type = ISOFT_TYPE_NUMBER},
	{.name = NULL},
};

static const char *const values_181[] = {
	"opportunity_title",
	"next_action_time",
	"next_action_notes",
	"opportunity_notes",
	"estimated_close_time",
	"include_in_forecast",
	"projected_revenue_low",
	"projected_revenue_high",
	"contact_id",
	"stage_id",
	"user_id",
	"custom_fields",
	"affiliate_id",
	NULL,
};

static const isoft_field fields_182[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_181},
	{.name = "fields", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_55},
	{.name = NULL},
};

static const isoft_field fields_183[] = {
	{.name = "opportunity_title", .type = ISOFT_TYPE_TEXT},
	{.name = "next_action_time", .type = ISOFT_TYPE_TEXT},
	{.name = "next_action_notes", .type = ISOFT_TYPE_TEXT},
	{.name = "opportunity_notes", .type = ISOFT_TYPE_TEXT},
	{.name = "estimated_close_time", .type = ISOFT_TYPE_TEXT},
	{.name = "include_in_forecast", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "projected_revenue_low", .type = ISOFT_TYPE_NUMBER},
	{.name = "projected_revenue_high", .type = ISOFT_TYPE_NUMBER},
	{.name = "contact_id", .type = ISOFT_TYPE_TEXT},
	{.name = "stage_id", .type = ISOFT_TYPE_TEXT},
	{.name = "user_id", .type = ISOFT_TYPE_TEXT},
	{.name = "custom_fields", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_58},
	{.name = "affiliate_id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_184[] = {
	"name",
	"order",
	"target_number_days",
	"probability",
	"checklist_items",
	NULL,
};

static const isoft_field fields_185[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_184},
	{.name = NULL},
};

static const isoft_field fields_186[] = {
	{.name = "id", .type = ISOFT_TYPE_TEXT},
	{.name = "description", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "required", .type = ISOFT_TYPE_BOOLEAN, .required = true},
	{.name = "order", .type = ISOFT_TYPE_INTEGER, .required = true},
	{.name = NULL},
};

static const isoft_field fields_187[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "order", .type = ISOFT_TYPE_INTEGER},
	{.name = "probability", .type = ISOFT_TYPE_INTEGER},
	{.name = "target_number_days", .type = ISOFT_TYPE_INTEGER},
	{.name = "checklist_items", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_186},
	{.name = NULL},
};

static const char *const values_188[] = {
	"name",
	"description",
	"vendor",
	"medium",
	"message",
	"start_time",
	"end_time",
	"status",
	"lead_source_category_id",
	NULL,
};

static const isoft_field fields_189[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_188},
	{.name = NULL},
};

static const char *const values_190[] = {
	"title",
	"notes",
	"amount",
	"start_time",
	"end_time",
	NULL,
};

static const isoft_field fields_191[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_190},
	{.name = NULL},
};

static const isoft_field fields_192[] = {
	{.name = "title", .type = ISOFT_TYPE_TEXT},
	{.name = "notes", .type = ISOFT_TYPE_TEXT},
	{.name = "amount", .type = ISOFT_TYPE_INTEGER, .bounded = true, .least = 0, .most = INT64_MAX},
	{.name = "start_time", .type = ISOFT_TYPE_TEXT},
	{.name = "end_time", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_193[] = {
	"title",
	"notes",
	"amount",
	"incurred_time",
	NULL,
};

static const isoft_field fields_194[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_193},
	{.name = NULL},
};

static const isoft_field fields_195[] = {
	{.name = "title", .type = ISOFT_TYPE_TEXT},
	{.name = "notes", .type = ISOFT_TYPE_TEXT},
	{.name = "amount", .type = ISOFT_TYPE_INTEGER, .bounded = true, .least = 0, .most = INT64_MAX},
	{.name = "incurred_time", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_196[] = {
	{.name = "reason", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "opted_in", .type = ISOFT_TYPE_BOOLEAN, .required = true},
	{.name = NULL},
};

static const char *const values_197[] = {
	"name",
	"description",
	"discount_type",
	"discount_value",
	"criteria",
	NULL,
};

static const isoft_field fields_198[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_197},
	{.name = NULL},
};

static const isoft_field fields_199[] = {
	{.name = "code", .type = ISOFT_TYPE_TEXT},
	{.name = "criteria_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "range_start_time", .type = ISOFT_TYPE_TEXT},
	{.name = "range_end_time", .type = ISOFT_TYPE_TEXT},
	{.name = "product_id", .type = ISOFT_TYPE_TEXT},
	{.name = "product_quantity_min", .type = ISOFT_TYPE_INTEGER},
	{.name = "product_quantity_max", .type = ISOFT_TYPE_INTEGER},
	{.name = "plan_id", .type = ISOFT_TYPE_TEXT},
	{.name = "subscription_quantity", .type = ISOFT_TYPE_INTEGER},
	{.name = "total_amount", .type = ISOFT_TYPE_NUMBER},
	{.name = "operator", .type = ISOFT_TYPE_TEXT, .values = values_79},
	{.name = NULL},
};

static const isoft_field fields_200[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "criteria", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_199},
	{.name = "discount_type", .type = ISOFT_TYPE_TEXT, .values = values_81},
	{.name = "discount_value", .type = ISOFT_TYPE_NUMBER},
	{.name = NULL},
};

static const char *const values_201[] = {
	"name",
	"description",
	"apply_to_commissions",
	"discount_type",
	"discount_value",
	"product_id",
	"criteria",
	NULL,
};

static const isoft_field fields_202[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_201},
	{.name = NULL},
};

static const isoft_field fields_203[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "criteria", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_199},
	{.name = "apply_to_commissions", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "product_id", .type = ISOFT_TYPE_TEXT},
	{.name = "discount_type", .type = ISOFT_TYPE_TEXT, .values = values_81},
	{.name = "discount_value", .type = ISOFT_TYPE_NUMBER},
	{.name = NULL},
};

static const char *const values_204[] = {
	"name",
	"description",
	"discount_percent",
	"apply_to_commissions",
	"criteria",
	"product_category_ids",
	NULL,
};

static const isoft_field fields_205[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_204},
	{.name = NULL},
};

static const isoft_field fields_206[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "criteria", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_85},
	{.name = "apply_to_commissions", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "discount_percent", .type = ISOFT_TYPE_NUMBER},
	{.name = "product_category_ids", .type = ISOFT_TYPE_TEXT, .list = true},
	{.name = NULL},
};

static const char *const values_207[] = {
	"name",
	"description",
	"apply_to_commissions",
	"discount_type",
	"discount_value",
	"discount_strategy",
	"criteria",
	NULL,
};

static const isoft_field fields_208[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_207},
	{.name = NULL},
};

static const isoft_field fields_209[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "criteria", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_199},
	{.name = "apply_to_commissions", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "discount_type", .type = ISOFT_TYPE_TEXT, .values = values_81},
	{.name = "discount_value", .type = ISOFT_TYPE_NUMBER},
	{.name = "discount_strategy", .type = ISOFT_TYPE_TEXT, .values = values_87},
	{.name = NULL},
};

static const char *const values_210[] = {
	"name",
	"description",
	"free_trial_days",
	"hide_price",
	"subscription_plan_id",
	"criteria",
	NULL,
};

static const isoft_field fields_211[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_210},
	{.name = NULL},
};

static const isoft_field fields_212[] = {
	{.name = "type", .type = ISOFT_TYPE_TEXT, .values = values_78},
	{.name = "code", .type = ISOFT_TYPE_TEXT},
	{.name = "criteria_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "range_start_time", .type = ISOFT_TYPE_TEXT},
	{.name = "range_end_time", .type = ISOFT_TYPE_TEXT},
	{.name = "product_id", .type = ISOFT_TYPE_TEXT},
	{.name = "product_quantity_min", .type = ISOFT_TYPE_INTEGER},
	{.name = "product_quantity_max", .type = ISOFT_TYPE_INTEGER},
	{.name = "plan_id", .type = ISOFT_TYPE_TEXT},
	{.name = "subscription_quantity", .type = ISOFT_TYPE_INTEGER},
	{.name = "total_amount", .type = ISOFT_TYPE_NUMBER},
	{.name = "operator", .type = ISOFT_TYPE_TEXT, .values = values_79},
	{.name = NULL},
};

static const isoft_field fields_213[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "criteria", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_212},
	{.name = "free_trial_days", .type = ISOFT_TYPE_INTEGER},
	{.name = "hide_price", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "subscription_plan_id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_214[] = {
	"addresses",
	"anniversary_date",
	"birth_date",
	"company",
	"contact_type",
	"create_time",
	"custom_fields",
	"email_addresses",
	"family_name",
	"fax_numbers",
	"given_name",
	"id",
	"job_title",
	"leadsource_id",
	"links",
	"middle_name",
	"notes",
	"origin",
	"owner_id",
	"phone_numbers",
	"preferred_locale",
	"preferred_name",
	"prefix",
	"referral_code",
	"score_value",
	"social_accounts",
	"source_type",
	"spouse_name",
	"suffix",
	"tag_ids",
	"time_zone",
	"update_time",
	"utm_parameters",
	"website",
	"account_id",
	"assistant_name",
	"assistant_phone",
	"billing_information",
	"created_by",
	"groups",
	"last_updated_by",
	NULL,
};

static const isoft_field fields_215[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_214},
	{.name = "fields", .type = ISOFT_TYPE_TEXT, .list = true, .joined = true},
	{.name = NULL},
};

static const char *const values_216[] = {
	"contact_id",
	"title",
	"text",
	"type",
	"user_id",
	"is_pinned",
	"custom_fields",
	NULL,
};

static const isoft_field fields_217[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_216},
	{.name = "fields", .type = ISOFT_TYPE_TEXT, .list = true, .joined = true},
	{.name = NULL},
};

static const isoft_field fields_218[] = {
	{.name = "title", .type = ISOFT_TYPE_TEXT},
	{.name = "text", .type = ISOFT_TYPE_TEXT},
	{.name = "type", .type = ISOFT_TYPE_TEXT},
	{.name = "user_id", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "is_pinned", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "custom_fields", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_5},
	{.name = "contact_id", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_219[] = {
	"name",
	"max_links",
	NULL,
};

static const isoft_field fields_220[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .required = true, .values = values_219},
	{.name = NULL},
};

static const char *const values_221[] = {
	"id",
	"company_name",
	"address",
	"phone_number",
	"fax_number",
	"email_address",
	"notes",
	"website",
	"custom_fields",
	"create_time",
	"update_time",
	"anniversary_date",
	"assistant_name",
	"assistant_phone",
	"billing_information",
	"birth_date",
	"contact_type",
	"first_name",
	"job_title",
	"last_name",
	"middle_name",
	"preferred_name",
	"owner_id",
	"referral_code",
	"spouse_name",
	"suffix",
	"title",
	"account_id",
	"created_by",
	"groups",
	"last_updated_by",
	NULL,
};

static const isoft_field fields_222[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_221},
	{.name = NULL},
};

static const char *const values_223[] = {
	"name",
	"email",
	"website",
	"phone",
	"address",
	"currency_code",
	"business_goals",
	"business_primary_color",
	"business_secondary_color",
	NULL,
};

static const isoft_field fields_224[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_223},
	{.name = NULL},
};

static const isoft_field fields_225[] = {
	{.name = "line1", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "line2", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "locality", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "region", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "country_code", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "postal_code", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = NULL},
};

static const isoft_field fields_226[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "email", .type = ISOFT_TYPE_TEXT},
	{.name = "website", .type = ISOFT_TYPE_TEXT},
	{.name = "phone", .type = ISOFT_TYPE_TEXT},
	{.name = "address", .type = ISOFT_TYPE_OBJECT, .fields = fields_225},
	{.name = "currency_code", .type = ISOFT_TYPE_TEXT},
	{.name = "business_goals", .type = ISOFT_TYPE_TEXT, .list = true},
	{.name = "business_primary_color", .type = ISOFT_TYPE_TEXT},
	{.name = "business_secondary_color", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_227[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT, .longest = 100},
	{.name = NULL},
};

static const char *const values_228[] = {
	"contact_id",
	"code",
	"name",
	"status",
	"parent_affiliate_id",
	"notify_on_sale",
	"notify_on_lead",
	"track_leads_days",
	"password",
	"custom_fields",
	NULL,
};

static const isoft_field fields_229[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_228},
	{.name = NULL},
};

static const isoft_field fields_230[] = {
	{.name = "code", .type = ISOFT_TYPE_TEXT},
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "status", .type = ISOFT_TYPE_TEXT, .values = values_62},
	{.name = "contact_id", .type = ISOFT_TYPE_TEXT},
	{.name = "parent_affiliate_id", .type = ISOFT_TYPE_TEXT},
	{.name = "notify_on_sale", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "notify_on_lead", .type = ISOFT_TYPE_BOOLEAN},
	{.name = "track_leads_days", .type = ISOFT_TYPE_INTEGER},
	{.name = "password", .type = ISOFT_TYPE_TEXT},
	{.name = "custom_fields", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_5},
	{.name = NULL},
};

static const char *const values_231[] = {
	"name",
	"notes",
	"priority",
	NULL,
};

static const isoft_field fields_232[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_231},
	{.name = NULL},
};

static const isoft_field fields_233[] = {
	{.name = "name", .type = ISOFT_TYPE_TEXT},
	{.name = "notes", .type = ISOFT_TYPE_TEXT},
	{.name = "priority", .type = ISOFT_TYPE_INTEGER},
	{.name = NULL},
};

static const char *const values_234[] = {
	"title",
	"notes",
	"url",
	"order",
	"content_html",
	"page_width",
	"page_height",
	"commission_program_ids",
	NULL,
};

static const isoft_field fields_235[] = {
	{.name = "update_mask", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_234},
	{.name = NULL},
};

static const isoft_field fields_236[] = {
	{.name = "title", .type = ISOFT_TYPE_TEXT},
	{.name = "notes", .type = ISOFT_TYPE_TEXT},
	{.name = "url", .type = ISOFT_TYPE_TEXT},
	{.name = "order", .type = ISOFT_TYPE_INTEGER},
	{.name = "content_html", .type = ISOFT_TYPE_TEXT},
	{.name = "page_width", .type = ISOFT_TYPE_INTEGER},
	{.name = "page_height", .type = ISOFT_TYPE_INTEGER},
	{.name = "commission_program_ids", .type = ISOFT_TYPE_TEXT, .list = true},
	{.name = NULL},
};

static const isoft_field fields_237[] = {
	{.name = "filter", .type = ISOFT_TYPE_TEXT},
	{.name = "order_by", .type = ISOFT_TYPE_TEXT},
	{.name = "page_size", .type = ISOFT_TYPE_INTEGER, .bounded = true, .least = 1, .most = 100},
	{.name = "page_token", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const char *const values_238[] = {
	"AFFILIATE",
	"APPOINTMENT",
	"CONTACT",
	"ECOMMERCE",
	"EMAIL",
	"FORMS",
	"FULFILLMENT",
	"INVOICE",
	"NOTE",
	"OPPORTUNITY",
	"TASK",
	"TEMPLATE",
	NULL,
};

static const isoft_field fields_239[] = {
	{.name = "fields", .type = ISOFT_TYPE_TEXT, .list = true, .values = values_238},
	{.name = NULL},
};

static const isoft_field fields_240[] = {
	{.name = "filter", .type = ISOFT_TYPE_TEXT},
	{.name = "page_token", .type = ISOFT_TYPE_TEXT},
	{.name = "order_by", .type = ISOFT_TYPE_TEXT},
	{.name = "page_size", .type = ISOFT_TYPE_INTEGER, .bounded = true, .least = 0, .most = 1000},
	{.name = "fields", .type = ISOFT_TYPE_TEXT, .list = true, .joined = true},
	{.name = NULL},
};

static const isoft_field fields_241[] = {
	{.name = "filter", .type = ISOFT_TYPE_TEXT},
	{.name = "order_by", .type = ISOFT_TYPE_TEXT},
	{.name = "page_size", .type = ISOFT_TYPE_INTEGER, .bounded = true, .least = 0, .most = 25},
	{.name = "page_token", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_242[] = {
	{.name = "automation_ids", .type = ISOFT_TYPE_INTEGER, .list = true, .required = true},
	{.name = NULL},
};

static const isoft_field fields_243[] = {
	{.name = "contact_id", .type = ISOFT_TYPE_INTEGER},
	{.name = "limit", .type = ISOFT_TYPE_INTEGER},
	{.name = "offset", .type = ISOFT_TYPE_INTEGER},
	{.name = "since", .type = ISOFT_TYPE_TEXT},
	{.name = "until", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

static const isoft_field fields_244[] = {
	{.name = "contact_id", .type = ISOFT_TYPE_INTEGER},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "end_date", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "location", .type = ISOFT_TYPE_TEXT},
	{.name = "remind_time", .type = ISOFT_TYPE_INTEGER},
	{.name = "start_date", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "title", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "user", .type = ISOFT_TYPE_INTEGER},
	{.name = NULL},
};

static const char *const values_245[] = {
	"Currency",
	"Date",
	"DateTime",
	"DayOfWeek",
	"Drilldown",
	"Email",
	"Month",
	"ListBox",
	"Name",
	"WholeNumber",
	"DecimalNumber",
	"Percent",
	"PhoneNumber",
	"Radio",
	"Dropdown",
	"SocialSecurityNumber",
	"State",
	"Text",
	"TextArea",
	"User",
	"UserListBox",
	"Website",
	"Year",
	"YesNo",
	NULL,
};

static const isoft_field fields_246[] = {
	{.name = "label", .type = ISOFT_TYPE_TEXT},
	{.name = "options", .type = ISOFT_TYPE_ANY, .list = true},
	{.name = NULL},
};

static const isoft_field fields_247[] = {
	{.name = "field_type", .type = ISOFT_TYPE_TEXT, .required = true, .values = values_245},
	{.name = "group_id", .type = ISOFT_TYPE_INTEGER},
	{.name = "label", .type = ISOFT_TYPE_TEXT, .required = true},
	{.name = "options", .type = ISOFT_TYPE_OBJECT, .list = true, .fields = fields_246},
	{.name = "user_group_id", .type = ISOFT_TYPE_INTEGER},
	{.name = NULL},
};

static const isoft_field fields_248[] = {
	{.name = "contact_id", .type = ISOFT_TYPE_INTEGER},
	{.name = "description", .type = ISOFT_TYPE_TEXT},
	{.name = "end_date", .type = ISOFT_TYPE_TEXT},
	{.name = "location", .type = ISOFT_TYPE_TEXT},
	{.name = "remind_time", .type = ISOFT_TYPE_INTEGER},
	{.name = "start_date", .type = ISOFT_TYPE_TEXT},
	{.name = "title", .type = ISOFT_TYPE_TEXT},
	{.name = "user", .type = ISOFT_TYPE_INTEGER},
	{.name = NULL},
};

static const isoft_field fields_249[] = {
	{.name = "eventKey", .type = ISOFT_TYPE_TEXT},
	{.name = "hookUrl", .type = ISOFT_TYPE_TEXT},
	{.name = NULL},
};

const isoft_operation isoft_operations[] = {
	{.id = "achieveGoal", .method = "POST", .path = "/rest/v2/automations/goals/achieve", .body = ISOFT_BODY_OBJECT, .fields = fields_114},
	{.id = "achieveIntegrationsWordPressOptInGoal", .method = "POST", .path = "/rest/v2/integrations/wordpress/options/{option_key}:achieve", .body = ISOFT_BODY_OBJECT, .fields = fields_45},
	{.id = "addAffiliate", .method = "POST", .path = "/rest/v2/affiliates", .body = ISOFT_BODY_OBJECT, .fields = fields_119},
	{.id = "addAffiliateToProgram", .method = "POST", .path = "/rest/v2/affiliates/{id}:assignToProgram", .body = ISOFT_BODY_OBJECT, .fields = fields_120, .silent = true},
	{.id = "addCommissionProgram", .method = "POST", .path = "/rest/v2/affiliates/commissionPrograms", .body = ISOFT_BODY_OBJECT, .fields = fields_122},
	{.id = "addCommissionProgramResource", .method = "POST", .path = "/rest/v2/affiliates/commissionPrograms/resources", .body = ISOFT_BODY_OBJECT, .fields = fields_130},
	{.id = "addContactsToAutomationSequence", .method = "POST", .path = "/rest/v2/automations/{automation_id}/sequences/{sequence_id}:addContacts", .body = ISOFT_BODY_OBJECT, .fields = fields_16},
	{.id = "addContactsToCampaignSequence", .method = "POST", .path = "/rest/v2/campaigns/{campaign_id}/sequences/{sequence_id}:addContacts", .body = ISOFT_BODY_OBJECT, .fields = fields_16},
	{.id = "addIntegrationsWordPressOptIn", .method = "POST", .path = "/rest/v2/integrations/wordpress/options", .body = ISOFT_BODY_OBJECT, .fields = fields_66},
	{.id = "addProductInterest", .method = "POST", .path = "/rest/v2/productInterestBundles/{id}/interests", .body = ISOFT_BODY_OBJECT, .fields = fields_42},
	{.id = "addProductOptionListOptionValue", .method = "POST", .path = "/rest/v2/products/{product_id}/options/{product_option_id}/listItems", .body = ISOFT_BODY_LIST, .fields = fields_34},
	{.id = "addTagToCompany", .method = "POST", .path = "/rest/v2/companies/{company_id}/tags/{tag_id}", .silent = true},
	{.id = "adjustInventory", .method = "POST", .path = "/rest/v2/products/{product_id}:adjustInventory", .body = ISOFT_BODY_OBJECT, .fields = fields_30},
	{.id = "applyCommissionOnOrderItems", .method = "POST", .path = "/rest/v2/orders/{order_id}/items/{order_item_id}:applyCommission", .body = ISOFT_BODY_OBJECT, .fields = fields_54},
	{.id = "applyTags", .method = "POST", .path = "/rest/v2/tags/{tag_id}/contacts:applyTags", .body = ISOFT_BODY_OBJECT, .fields = fields_16},
	{.id = "applyTax", .method = "POST", .path = "/rest/v2/orders/{order_id}:applyTax"},
	{.id = "assignProductCommissionProgram", .method = "POST", .path = "/rest/v2/affiliates/commissionPrograms/productCommissionPrograms/{commission_program_id}", .body = ISOFT_BODY_OBJECT, .fields = fields_131},
	{.id = "assignProductsToCategory", .method = "POST", .path = "/rest/v2/productCategories/{category_id}:assignProducts", .body = ISOFT_BODY_OBJECT, .fields = fields_44, .silent = true},
	{.id = "assignSubscriptionCommissionProgram", .method = "POST", .path = "/rest/v2/affiliates/commissionPrograms/subscriptionCommissionPrograms/{commission_program_id}", .body = ISOFT_BODY_OBJECT, .fields = fields_126},
	{.id = "attachFileToOrder", .method = "POST", .path = "/rest/v2/orders/{order_id}:attachFile", .body = ISOFT_BODY_OBJECT, .fields = fields_51},
	{.id = "bulkAssignmentAutomationsCategories", .method = "POST", .path = "/rest/v2/automations/categories/batchAssign", .body = ISOFT_BODY_OBJECT, .fields = fields_115, .silent = true},
	{.id = "bulkUnpublishAutomations", .method = "POST", .path = "/rest/v2/automations/batch-unpublish", .body = ISOFT_BODY_OBJECT, .fields = fields_116, .silent = true},
	{.id = "cancelSubscription", .method = "POST", .path = "/rest/v2/subscriptions/{subscription_id}:deactivate", .body = ISOFT_BODY_OBJECT, .fields = fields_21, .silent = true},
	{.id = "createAffiliateCustomField", .method = "POST", .path = "/rest/v2/affiliates/model/customFields", .body = ISOFT_BODY_OBJECT, .fields = fields_9},
	{.id = "createAffiliateCustomFieldGroup", .method = "POST", .path = "/rest/v2/affiliates/model/customFields/groups", .body = ISOFT_BODY_OBJECT, .fields = fields_12},
	{.id = "createAffiliateCustomFieldTab", .method = "POST", .path = "/rest/v2/affiliates/model/customFields/tabs", .body = ISOFT_BODY_OBJECT, .fields = fields_10},
	{.id = "createAppointmentCustomFieldUsingPOST", .method = "POST", .path = "/rest/v1/appointments/model/customFields", .body = ISOFT_BODY_OBJECT, .fields = fields_247},
	{.id = "createAppointmentUsingPOST", .method = "POST", .path = "/rest/v1/appointments", .body = ISOFT_BODY_OBJECT, .fields = fields_244},
	{.id = "createCategory", .method = "POST", .path = "/rest/v2/automationCategory", .body = ISOFT_BODY_OBJECT, .fields = fields_117},
	{.id = "createCategoryDiscount", .method = "POST", .path = "/rest/v2/discounts/productCategories", .body = ISOFT_BODY_OBJECT, .fields = fields_86},
	{.id = "createCategoryDiscountCriteria", .method = "POST", .path = "/rest/v2/discounts/productCategories/{discount_id}/criteria", .body = ISOFT_BODY_OBJECT, .fields = fields_85},
	{.id = "createCompany", .method = "POST", .path = "/rest/v2/companies", .body = ISOFT_BODY_OBJECT, .fields = fields_113},
	{.id = "createCompanyCustomField", .method = "POST", .path = "/rest/v2/companies/model/customFields", .body = ISOFT_BODY_OBJECT, .fields = fields_9},
	{.id = "createCompanyCustomFieldGroup", .method = "POST", .path = "/rest/v2/companies/model/customFields/groups", .body = ISOFT_BODY_OBJECT, .fields = fields_12},
	{.id = "createCompanyCustomFieldTab", .method = "POST", .path = "/rest/v2/companies/model/customFields/tabs", .body = ISOFT_BODY_OBJECT, .fields = fields_10},
	{.id = "createContact", .method = "POST", .path = "/rest/v2/contacts", .query = fields_92, .body = ISOFT_BODY_OBJECT, .fields = fields_106},
	{.id = "createContactCustomField", .method = "POST", .path = "/rest/v2/contacts/model/customFields", .body = ISOFT_BODY_OBJECT, .fields = fields_9},
	{.id = "createContactCustomFieldGroup", .method = "POST", .path = "/rest/v2/contacts/model/customFields/groups", .body = ISOFT_BODY_OBJECT, .fields = fields_12},
	{.id = "createContactCustomFieldTab", .method = "POST", .path = "/rest/v2/contacts/model/customFields/tabs", .body = ISOFT_BODY_OBJECT, .fields = fields_10},
	{.id = "createContactLinkType", .method = "POST", .path = "/rest/v2/contacts/links/types", .body = ISOFT_BODY_OBJECT, .fields = fields_110},
	{.id = "createDefaultCommissionProgram", .method = "POST", .path = "/rest/v2/affiliates/commissionPrograms/defaultCommissionPrograms/{commission_program_id}", .body = ISOFT_BODY_OBJECT, .fields = fields_133},
	{.id = "createEmail", .method = "POST", .path = "/rest/v2/emails", .body = ISOFT_BODY_OBJECT, .fields = fields_72},
	{.id = "createEmails", .method = "POST", .path = "/rest/v2/emails:batchAdd", .body = ISOFT_BODY_OBJECT, .fields = fields_76},
	{.id = "createFile", .method = "POST", .path = "/rest/v2/files", .body = ISOFT_BODY_FORM, .fields = fields_67},
	{.id = "createFreeTrialDiscount", .method = "POST", .path = "/rest/v2/discounts/freeTrials", .body = ISOFT_BODY_OBJECT, .fields = fields_89},
	{.id = "createFreeTrialDiscountCriteria", .method = "POST", .path = "/rest/v2/discounts/freeTrials/{discount_id}/criteria", .body = ISOFT_BODY_OBJECT, .fields = fields_80},
	{.id = "createImageFile", .method = "POST", .path = "/rest/v2/productCategories/{category_id}/images", .body = ISOFT_BODY_FORM, .fields = fields_39, .silent = true},
	{.id = "createLeadSource", .method = "POST", .path = "/rest/v2/leadSources", .body = ISOFT_BODY_OBJECT, .fields = fields_63},
	{.id = "createLeadSourceCategory", .method = "POST", .path = "/rest/v2/leadSourceCategories", .body = ISOFT_BODY_OBJECT, .fields = fields_17},
	{.id = "createLeadSourceExpense", .method = "POST", .path = "/rest/v2/leadSources/{lead_source_id}/expenses", .body = ISOFT_BODY_OBJECT, .fields = fields_65},
	{.id = "createLeadSourceRecurringExpense", .method = "POST", .path = "/rest/v2/leadSources/{lead_source_id}/recurringExpenses", .body = ISOFT_BODY_OBJECT, .fields = fields_64},
	{.id = "createNote", .method = "POST", .path = "/rest/v2/contacts/{contact_id}/notes", .query = fields_2, .body = ISOFT_BODY_OBJECT, .fields = fields_109},
	{.id = "createNoteCustomField", .method = "POST", .path = "/rest/v2/notes/model/customFields", .body = ISOFT_BODY_OBJECT, .fields = fields_9},
	{.id = "createNoteCustomFieldGroup", .method = "POST", .path = "/rest/v2/notes/model/customFields/groups", .body = ISOFT_BODY_OBJECT, .fields = fields_12},
	{.id = "createNoteCustomFieldTab", .method = "POST", .path = "/rest/v2/notes/model/customFields/tabs", .body = ISOFT_BODY_OBJECT, .fields = fields_10},
	{.id = "createOpportunity", .method = "POST", .path = "/rest/v2/opportunities", .query = fields_57, .body = ISOFT_BODY_OBJECT, .fields = fields_59},
	{.id = "createOpportunityCustomFieldGroup", .method = "POST", .path = "/rest/v2/opportunities/model/customFields/groups", .body = ISOFT_BODY_OBJECT, .fields = fields_12},
	{.id = "createOpportunityCustomFieldTab", .method = "POST", .path = "/rest/v2/opportunities/model/customFields/tabs", .body = ISOFT_BODY_OBJECT, .fields = fields_10},
	{.id = "createOpportunityCustomFields", .method = "POST", .path = "/rest/v2/opportunities/model/customFields", .body = ISOFT_BODY_OBJECT, .fields = fields_9},
	{.id = "createOpportunityStage", .method = "POST", .path = "/rest/v2/opportunities/stages", .body = ISOFT_BODY_OBJECT, .fields = fields_61},
	{.id = "createOrder", .method = "POST", .path = "/rest/v2/orders", .body = ISOFT_BODY_OBJECT, .fields = fields_50},
	{.id = "createOrderCustomField", .method = "POST", .path = "/rest/v2/orders/model/customFields", .body = ISOFT_BODY_OBJECT, .fields = fields_9},
	{.id = "createOrderCustomFieldGroup", .method = "POST", .path = "/rest/v2/orders/model/customFields/groups", .body = ISOFT_BODY_OBJECT, .fields = fields_12},
	{.id = "createOrderCustomFieldTab", .method = "POST", .path = "/rest/v2/orders/model/customFields/tabs", .body = ISOFT_BODY_OBJECT, .fields = fields_10},
	{.id = "createOrderItem", .method = "POST", .path = "/rest/v2/orders/{order_id}/items", .body = ISOFT_BODY_OBJECT, .fields = fields_47},
	{.id = "createOrderTotalDiscount", .method = "POST", .path = "/rest/v2/discounts/orderTotals", .body = ISOFT_BODY_OBJECT, .fields = fields_88},
	{.id = "createOrderTotalDiscountCriteria", .method = "POST", .path = "/rest/v2/discounts/orderTotals/{discount_id}/criteria", .body = ISOFT_BODY_OBJECT, .fields = fields_80},
	{.id = "createPaymentForAnOrder", .method = "POST", .path = "/rest/v2/orders/{order_id}/payments", .body = ISOFT_BODY_OBJECT, .fields = fields_52},
	{.id = "createPaymentMethodConfig", .method = "POST", .path = "/rest/v2/paymentMethodConfigs", .body = ISOFT_BODY_OBJECT, .fields = fields_45},
	{.id = "createProduct", .method = "POST", .path = "/rest/v2/products", .body = ISOFT_BODY_OBJECT, .fields = fields_28},
	{.id = "createProductCategory", .method = "POST", .path = "/rest/v2/productCategories", .body = ISOFT_BODY_OBJECT, .fields = fields_43},
	{.id = "createProductDiscount", .method = "POST", .path = "/rest/v2/discounts/products", .body = ISOFT_BODY_OBJECT, .fields = fields_83},
	{.id = "createProductDiscountCriteria", .method = "POST", .path = "/rest/v2/discounts/products/{discount_id}/criteria", .body = ISOFT_BODY_OBJECT, .fields = fields_80},
	{.id = "createProductImage", .method = "POST", .path = "/rest/v2/products/{product_id}/images", .query = fields_38, .body = ISOFT_BODY_FORM, .fields = fields_39, .silent = true},
	{.id = "createProductInterestBundle", .method = "POST", .path = "/rest/v2/productInterestBundles", .body = ISOFT_BODY_OBJECT, .fields = fields_40},
	{.id = "createProductOption", .method = "POST", .path = "/rest/v2/products/{product_id}/options", .body = ISOFT_BODY_OBJECT, .fields = fields_37},
	{.id = "createRedirectLink", .method = "POST", .path = "/rest/v2/affiliates/redirects", .body = ISOFT_BODY_OBJECT, .fields = fields_121},
	{.id = "createReferral", .method = "POST", .path = "/rest/v2/referrals", .body = ISOFT_BODY_OBJECT, .fields = fields_26},
	{.id = "createShippingDiscount", .method = "POST", .path = "/rest/v2/discounts/shipping", .body = ISOFT_BODY_OBJECT, .fields = fields_82},
	{.id = "createShippingDiscountCriteria", .method = "POST", .path = "/rest/v2/discounts/shipping/{discount_id}/criteria", .body = ISOFT_BODY_OBJECT, .fields = fields_80},
	{.id = "createSubscription", .method = "POST", .path = "/rest/v2/subscriptions", .body = ISOFT_BODY_OBJECT, .fields = fields_20},
	{.id = "createSubscriptionCustomField", .method = "POST", .path = "/rest/v2/subscriptions/model/customFields", .body = ISOFT_BODY_OBJECT, .fields = fields_9},
	{.id = "createSubscriptionCustomFieldGroup", .method = "POST", .path = "/rest/v2/subscriptions/model/customFields/groups", .body = ISOFT_BODY_OBJECT, .fields = fields_12},
	{.id = "createSubscriptionCustomFieldTab", .method = "POST", .path = "/rest/v2/subscriptions/model/customFields/tabs", .body = ISOFT_BODY_OBJECT, .fields = fields_10},
	{.id = "createSubscriptionPlans", .method = "POST", .path = "/rest/v2/products/{product_id}/subscriptions", .body = ISOFT_BODY_OBJECT, .fields = fields_32},
	{.id = "createTag", .method = "POST", .path = "/rest/v2/tags", .body = ISOFT_BODY_OBJECT, .fields = fields_15},
	{.id = "createTagCategory", .method = "POST", .path = "/rest/v2/tags/categories", .body = ISOFT_BODY_OBJECT, .fields = fields_17},
	{.id = "createTask", .method = "POST", .path = "/rest/v2/tasks", .query = fields_2, .body = ISOFT_BODY_OBJECT, .fields = fields_6},
	{.id = "createTaskCustomField", .method = "POST", .path = "/rest/v2/tasks/model/customFields", .body = ISOFT_BODY_OBJECT, .fields = fields_9},
	{.id = "createTaskCustomFieldGroup", .method = "POST", .path = "/rest/v2/tasks/model/customFields/groups", .body = ISOFT_BODY_OBJECT, .fields = fields_12},
	{.id = "createTaskCustomFieldTab", .method = "POST", .path = "/rest/v2/tasks/model/customFields/tabs", .body = ISOFT_BODY_OBJECT, .fields = fields_10},
	{.id = "create_a_hook_subscription", .method = "POST", .path = "/rest/v1/hooks", .body = ISOFT_BODY_OBJECT, .fields = fields_249},
	{.id = "deactivatePaymentMethod", .method = "POST", .path = "/rest/v2/contacts/{contact_id}/paymentMethods/{payment_method_id}:deactivate", .silent = true},
	{.id = "deleteAffiliate", .method = "DELETE", .path = "/rest/v2/affiliates/{id}", .silent = true},
	{.id = "deleteAffiliateCommissionProgram", .method = "DELETE", .path = "/rest/v2/affiliates/commissionPrograms/{commission_program_id}", .silent = true},
	{.id = "deleteAffiliateCustomField", .method = "DELETE", .path = "/rest/v2/affiliates/model/customFields/{custom_field_id}", .silent = true},
	{.id = "deleteAffiliateCustomFieldGroup", .method = "DELETE", .path = "/rest/v2/affiliates/model/customFields/groups/{group_id}", .silent = true},
	{.id = "deleteAffiliateCustomFieldTab", .method = "DELETE", .path = "/rest/v2/affiliates/model/customFields/tabs/{tab_id}", .silent = true},
	{.id = "deleteAppointmentUsingDELETE", .method = "DELETE", .path = "/rest/v1/appointments/{appointmentId}", .silent = true},
	{.id = "deleteAutomation", .method = "DELETE", .path = "/rest/v2/automations", .query = fields_242, .silent = true},
	{.id = "deleteCategories", .method = "DELETE", .path = "/rest/v2/automationCategory", .query = fields_118, .silent = true},
	{.id = "deleteCategoryDiscount", .method = "DELETE", .path = "/rest/v2/discounts/productCategories/{discount_id}", .silent = true},
	{.id = "deleteCategoryDiscountCriteria", .method = "DELETE", .path = "/rest/v2/discounts/productCategories/{discount_id}/criteria/{criteria_id}", .silent = true},
	{.id = "deleteCommissionProgramResource", .method = "DELETE", .path = "/rest/v2/affiliates/commissionPrograms/resources/{resource_id}", .silent = true},
	{.id = "deleteCompany", .method = "DELETE", .path = "/rest/v2/companies/{company_id}", .silent = true},
	{.id = "deleteCompanyCustomField", .method = "DELETE", .path = "/rest/v2/companies/model/customFields/{custom_field_id}", .silent = true},
	{.id = "deleteCompanyCustomFieldGroup", .method = "DELETE", .path = "/rest/v2/companies/model/customFields/groups/{group_id}", .silent = true},
	{.id = "deleteCompanyCustomFieldTab", .method = "DELETE", .path = "/rest/v2/companies/model/customFields/tabs/{tab_id}", .silent = true},
	{.id = "deleteContact", .method = "DELETE", .path = "/rest/v2/contacts/{contact_id}", .silent = true},
	{.id = "deleteContactCustomField", .method = "DELETE", .path = "/rest/v2/contacts/model/customFields/{custom_field_id}", .silent = true},
	{.id = "deleteContactCustomFieldGroup", .method = "DELETE", .path = "/rest/v2/contacts/model/customFields/groups/{group_id}", .silent = true},
	{.id = "deleteContactCustomFieldTab", .method = "DELETE", .path = "/rest/v2/contacts/model/customFields/tabs/{tab_id}", .silent = true},
	{.id = "deleteContactLinkType", .method = "DELETE", .path = "/rest/v2/contacts/links/types/{link_type_id}", .silent = true},
	{.id = "deleteEmail", .method = "DELETE", .path = "/rest/v2/emails/{id}", .silent = true},
	{.id = "deleteEmails", .method = "POST", .path = "/rest/v2/emails:batchRemove", .body = ISOFT_BODY_OBJECT, .fields = fields_75},
	{.id = "deleteFile", .method = "DELETE", .path = "/rest/v2/files/{file_id}", .silent = true},
	{.id = "deleteFreeTrialDiscount", .method = "DELETE", .path = "/rest/v2/discounts/freeTrials/{discount_id}", .silent = true},
	{.id = "deleteFreeTrialDiscountCriteria", .method = "DELETE", .path = "/rest/v2/discounts/freeTrials/{discount_id}/criteria/{criteria_id}", .silent = true},
	{.id = "deleteImageFile", .method = "DELETE", .path = "/rest/v2/productCategories/{category_id}/images", .silent = true},
	{.id = "deleteIntegrationsWordPressOptIn", .method = "DELETE", .path = "/rest/v2/integrations/wordpress/options/{option_key}", .silent = true},
	{.id = "deleteLeadSource", .method = "DELETE", .path = "/rest/v2/leadSources/{lead_source_id}", .silent = true},
	{.id = "deleteLeadSourceCategory", .method = "DELETE", .path = "/rest/v2/leadSourceCategories/{lead_source_category_id}", .silent = true},
	{.id = "deleteLeadSourceExpense", .method = "DELETE", .path = "/rest/v2/leadSources/{lead_source_id}/expenses/{lead_source_expense_id}", .silent = true},
	{.id = "deleteLeadSourceRecurringExpense", .method = "DELETE", .path = "/rest/v2/leadSources/{lead_source_id}/recurringExpenses/{lead_source_recurring_expense_id}", .silent = true},
	{.id = "deleteNote", .method = "DELETE", .path = "/rest/v2/contacts/{contact_id}/notes/{note_id}", .silent = true},
	{.id = "deleteNoteCustomFieldGroup", .method = "DELETE", .path = "/rest/v2/notes/model/customFields/groups/{group_id}", .silent = true},
	{.id = "deleteNoteCustomFieldTab", .method = "DELETE", .path = "/rest/v2/notes/model/customFields/tabs/{tab_id}", .silent = true},
	{.id = "deleteNotesCustomField", .method = "DELETE", .path = "/rest/v2/notes/model/customFields/{custom_field_id}", .silent = true},
	{.id = "deleteOpportunitiesCustomField", .method = "DELETE", .path = "/rest/v2/opportunities/model/customFields/{custom_field_id}", .silent = true},
	{.id = "deleteOpportunity", .method = "DELETE", .path = "/rest/v2/opportunities/{opportunity_id}", .silent = true},
	{.id = "deleteOpportunityCustomFieldGroup", .method = "DELETE", .path = "/rest/v2/opportunities/model/customFields/groups/{group_id}", .silent = true},
	{.id = "deleteOpportunityCustomFieldTab", .method = "DELETE", .path = "/rest/v2/opportunities/model/customFields/tabs/{tab_id}", .silent = true},
	{.id = "deleteOpportunityStage", .method = "DELETE", .path = "/rest/v2/opportunities/stages/{stage_id}", .silent = true},
	{.id = "deleteOrder", .method = "DELETE", .path = "/rest/v2/orders/{order_id}", .silent = true},
	{.id = "deleteOrderCustomField", .method = "DELETE", .path = "/rest/v2/orders/model/customFields/{custom_field_id}", .silent = true},
	{.id = "deleteOrderCustomFieldGroup", .method = "DELETE", .path = "/rest/v2/orders/model/customFields/groups/{group_id}", .silent = true},
	{.id = "deleteOrderCustomFieldTab", .method = "DELETE", .path = "/rest/v2/orders/model/customFields/tabs/{tab_id}", .silent = true},
	{.id = "deleteOrderItem", .method = "DELETE", .path = "/rest/v2/orders/{order_id}/items/{order_item_id}", .silent = true},
	{.id = "deleteOrderTotalDiscount", .method = "DELETE", .path = "/rest/v2/discounts/orderTotals/{discount_id}", .silent = true},
	{.id = "deleteOrderTotalDiscountCriteria", .method = "DELETE", .path = "/rest/v2/discounts/orderTotals/{discount_id}/criteria/{criteria_id}", .silent = true},
	{.id = "deletePaymentMethod", .method = "DELETE", .path = "/rest/v2/contacts/{contact_id}/paymentMethods/{payment_method_id}", .silent = true},
	{.id = "deleteProduct", .method = "DELETE", .path = "/rest/v2/products/{product_id}", .silent = true},
	{.id = "deleteProductCategory", .method = "DELETE", .path = "/rest/v2/productCategories/{category_id}", .silent = true},
	{.id = "deleteProductDiscount", .method = "DELETE", .path = "/rest/v2/discounts/products/{discount_id}", .silent = true},
	{.id = "deleteProductDiscountCriteria", .method = "DELETE", .path = "/rest/v2/discounts/products/{discount_id}/criteria/{criteria_id}", .silent = true},
	{.id = "deleteProductImage", .method = "DELETE", .path = "/rest/v2/products/{product_id}/images", .silent = true},
	{.id = "deleteProductInterestBundle", .method = "DELETE", .path = "/rest/v2/productInterestBundles/{id}", .silent = true},
	{.id = "deleteProductOption", .method = "DELETE", .path = "/rest/v2/products/{product_id}/options/{product_option_id}", .silent = true},
	{.id = "deleteProductOptionListOptionValue", .method = "DELETE", .path = "/rest/v2/products/{product_id}/options/{product_option_id}/listItems/{item_id}", .silent = true},
	{.id = "deleteRedirectLink", .method = "DELETE", .path = "/rest/v2/affiliates/redirects/{redirect_id}", .silent = true},
	{.id = "deleteShippingDiscount", .method = "DELETE", .path = "/rest/v2/discounts/shipping/{discount_id}", .silent = true},
	{.id = "deleteShippingDiscountCriteria", .method = "DELETE", .path = "/rest/v2/discounts/shipping/{discount_id}/criteria/{criteria_id}", .silent = true},
	{.id = "deleteSubscriptionCustomField", .method = "DELETE", .path = "/rest/v2/subscriptions/model/customFields/{custom_field_id}", .silent = true},
	{.id = "deleteSubscriptionCustomFieldGroup", .method = "DELETE", .path = "/rest/v2/subscriptions/model/customFields/groups/{group_id}", .silent = true},
	{.id = "deleteSubscriptionCustomFieldTab", .method = "DELETE", .path = "/rest/v2/subscriptions/model/customFields/tabs/{tab_id}", .silent = true},
	{.id = "deleteSubscriptionPlan", .method = "DELETE", .path = "/rest/v2/products/{product_id}/subscriptions/{subscription_plan_id}", .silent = true},
	{.id = "deleteTag", .method = "DELETE", .path = "/rest/v2/tags/{tag_id}", .silent = true},
	{.id = "deleteTagCategory", .method = "DELETE", .path = "/rest/v2/tags/categories/{tag_category_id}", .silent = true},
	{.id = "deleteTask", .method = "DELETE", .path = "/rest/v2/tasks/{task_id}", .silent = true},
	{.id = "deleteTaskCustomField", .method = "DELETE", .path = "/rest/v2/tasks/model/customFields/{custom_field_id}", .silent = true},
	{.id = "deleteTaskCustomFieldGroup", .method = "DELETE", .path = "/rest/v2/tasks/model/customFields/groups/{group_id}", .silent = true},
	{.id = "deleteTaskCustomFieldTab", .method = "DELETE", .path = "/rest/v2/tasks/model/customFields/tabs/{tab_id}", .silent = true},
	{.id = "delete_a_hook_subscription", .method = "DELETE", .path = "/rest/v1/hooks/{key}", .silent = true},
	{.id = "detachFileFromOrder", .method = "POST", .path = "/rest/v2/orders/{order_id}:detachFile", .body = ISOFT_BODY_OBJECT, .fields = fields_51},
	{.id = "fetchSubscriptionPlan", .method = "GET", .path = "/rest/v2/products/{product_id}/subscriptions/{subscription_plan_id}"},
	{.id = "getAffiliate", .method = "GET", .path = "/rest/v2/affiliates/{id}"},
	{.id = "getAffiliateCommissionTotal", .method = "GET", .path = "/rest/v2/affiliates/{affiliate_id}/commissionTotal"},
	{.id = "getAffiliateCommissions", .method = "GET", .path = "/rest/v2/affiliates/{affiliate_id}:commissions", .query = fields_13, .entries = "affiliate_commissions", .paging = ISOFT_PAGING_TOKEN},
	{.id = "getAffiliateCustomFieldGroup", .method = "GET", .path = "/rest/v2/affiliates/model/customFields/groups/{group_id}"},
	{.id = "getAffiliateCustomFieldTab", .method = "GET", .path = "/rest/v2/affiliates/model/customFields/tabs/{tab_id}"},
	{.id = "getAffiliateCustomFields", .method = "GET", .path = "/rest/v2/affiliates/model"},
	{.id = "getApplicationConfigurations", .method = "GET", .path = "/rest/v2/settings/applications:getConfiguration", .query = fields_239},
	{.id = "getAppointmentUsingGET", .method = "GET", .path = "/rest/v1/appointments/{appointmentId}"},
	{.id = "getAutomation", .method = "GET", .path = "/rest/v2/automations/{automation_id}"},
	{.id = "getBusinessProfile", .method = "GET", .path = "/rest/v2/businessProfile"},
	{.id = "getCampaign", .method = "GET", .path = "/rest/v2/campaigns/{campaign_id}"},
	{.id = "getCampaignGoals", .method = "GET", .path = "/rest/v2/campaigns/{campaign_id}/goals", .entries = "goals", .paging = ISOFT_PAGING_TOKEN},
	{.id = "getCampaignSequences", .method = "GET", .path = "/rest/v2/campaigns/{campaign_id}/sequences", .entries = "sequences", .paging = ISOFT_PAGING_TOKEN},
	{.id = "getCategory", .method = "GET", .path = "/rest/v2/tags/categories/{tag_category_id}"},
	{.id = "getCategoryDiscount", .method = "GET", .path = "/rest/v2/discounts/productCategories/{discount_id}"},
	{.id = "getCommissionProgram", .method = "GET", .path = "/rest/v2/affiliates/commissionPrograms/{commission_program_id}"},
	{.id = "getCompany", .method = "GET", .path = "/rest/v2/companies/{company_id}", .query = fields_2},
	{.id = "getCompanyCustomFieldGroup", .method = "GET", .path = "/rest/v2/companies/model/customFields/groups/{group_id}"},
	{.id = "getCompanyCustomFieldTab", .method = "GET", .path = "/rest/v2/companies/model/customFields/tabs/{tab_id}"},
	{.id = "getContact", .method = "GET", .path = "/rest/v2/contacts/{contact_id}", .query = fields_2},
	{.id = "getContactCustomFieldGroup", .method = "GET", .path = "/rest/v2/contacts/model/customFields/groups/{group_id}"},
	{.id = "getContactCustomFieldTab", .method = "GET", .path = "/rest/v2/contacts/model/customFields/tabs/{tab_id}"},
	{.id = "getContactOptionTypes", .method = "GET", .path = "/rest/v2/settings/contactOptionTypes", .entries = "option_types"},
	{.id = "getCountryByCode", .method = "GET", .path = "/rest/v2/locales/countries/{country_code}"},
	{.id = "getEmail", .method = "GET", .path = "/rest/v2/emails/{id}"},
	{.id = "getEmailAddressStatus", .method = "GET", .path = "/rest/v2/emailAddresses/{email}/status"},
	{.id = "getEmailTemplate", .method = "GET", .path = "/rest/v2/emails/templates/{email_template_id}"},
	{.id = "getFile", .method = "GET", .path = "/rest/v2/files/{file_id}"},
	{.id = "getFileData", .method = "GET", .path = "/rest/v2/products/{product_id}/images/legacyImageData"},
	{.id = "getFileData_1", .method = "GET", .path = "/rest/v2/files/{file_id}:data"},
	{.id = "getFreeTrialDiscount", .method = "GET", .path = "/rest/v2/discounts/freeTrials/{discount_id}"},
	{.id = "getHtml", .method = "GET", .path = "/rest/v2/webforms/{webform_id}:data", .accept = "text/html"},
	{.id = "getLeadScoreDetails", .method = "GET", .path = "/rest/v2/contacts/{contact_id}/leadScore"},
	{.id = "getLeadSource", .method = "GET", .path = "/rest/v2/leadSources/{lead_source_id}"},
	{.id = "getLeadSourceCategory", .method = "GET", .path = "/rest/v2/leadSourceCategories/{lead_source_category_id}"},
	{.id = "getLeadSourceExpense", .method = "GET", .path = "/rest/v2/leadSources/{lead_source_id}/expenses/{lead_source_expense_id}"},
	{.id = "getLeadSourceRecurringExpense", .method = "GET", .path = "/rest/v2/leadSources/{lead_source_id}/recurringExpenses/{lead_source_recurring_expense_id}"},
	{.id = "getNote", .method = "GET", .path = "/rest/v2/contacts/{contact_id}/notes/{note_id}", .query = fields_2},
	{.id = "getNoteCustomFieldGroup", .method = "GET", .path = "/rest/v2/notes/model/customFields/groups/{group_id}"},
	{.id = "getNoteCustomFieldTab", .method = "GET", .path = "/rest/v2/notes/model/customFields/tabs/{tab_id}"},
	{.id = "getOpportunity", .method = "GET", .path = "/rest/v2/opportunities/{opportunity_id}", .query = fields_57},
	{.id = "getOpportunityCustomFieldGroup", .method = "GET", .path = "/rest/v2/opportunities/model/customFields/groups/{group_id}"},
	{.id = "getOpportunityCustomFieldTab", .method = "GET", .path = "/rest/v2/opportunities/model/customFields/tabs/{tab_id}"},
	{.id = "getOpportunityStage", .method = "GET", .path = "/rest/v2/opportunities/stages/{stage_id}"},
	{.id = "getOpportunityStageMove", .method = "GET", .path = "/rest/v2/opportunities/stageMoves/{stage_move_id}"},
	{.id = "getOrder", .method = "GET", .path = "/rest/v2/orders/{order_id}"},
	{.id = "getOrderCustomFieldGroup", .method = "GET", .path = "/rest/v2/orders/model/customFields/groups/{group_id}"},
	{.id = "getOrderCustomFieldTab", .method = "GET", .path = "/rest/v2/orders/model/customFields/tabs/{tab_id}"},
	{.id = "getOrderItem", .method = "GET", .path = "/rest/v2/orders/{order_id}/items/{order_item_id}"},
	{.id = "getOrderTotalDiscount", .method = "GET", .path = "/rest/v2/discounts/orderTotals/{discount_id}"},
	{.id = "getProduct", .method = "GET", .path = "/rest/v2/products/{product_id}"},
	{.id = "getProductCategory", .method = "GET", .path = "/rest/v2/productCategories/{category_id}"},
	{.id = "getProductDiscount", .method = "GET", .path = "/rest/v2/discounts/products/{discount_id}"},
	{.id = "getProductInterestBundle", .method = "GET", .path = "/rest/v2/productInterestBundles/{id}"},
	{.id = "getProductOption", .method = "GET", .path = "/rest/v2/products/{product_id}/options/{product_option_id}"},
	{.id = "getProvinceByCode", .method = "GET", .path = "/rest/v2/locales/countries/{country_code}/provinces/{province_code}"},
	{.id = "getRedirectLink", .method = "GET", .path = "/rest/v2/affiliates/redirects/{redirect_id}"},
	{.id = "getReferralsByAffiliateId", .method = "GET", .path = "/rest/v2/affiliates/{affiliate_id}/referrals", .query = fields_24, .entries = "referrals", .paging = ISOFT_PAGING_TOKEN},
	{.id = "getShippingDiscount", .method = "GET", .path = "/rest/v2/discounts/shipping/{discount_id}"},
	{.id = "getSubscription", .method = "GET", .path = "/rest/v2/subscriptions/{subscription_id}"},
	{.id = "getSubscriptionCustomFieldGroup", .method = "GET", .path = "/rest/v2/subscriptions/model/customFields/groups/{group_id}"},
	{.id = "getSubscriptionCustomFieldTab", .method = "GET", .path = "/rest/v2/subscriptions/model/customFields/tabs/{tab_id}"},
	{.id = "getTag", .method = "GET", .path = "/rest/v2/tags/{tag_id}"},
	{.id = "getTask", .method = "GET", .path = "/rest/v2/tasks/{task_id}", .query = fields_2},
	{.id = "getTaskCustomFieldGroup", .method = "GET", .path = "/rest/v2/tasks/model/customFields/groups/{group_id}"},
	{.id = "getTaskCustomFieldTab", .method = "GET", .path = "/rest/v2/tasks/model/customFields/tabs/{tab_id}"},
	{.id = "getUserById", .method = "GET", .path = "/rest/v2/users/{user_id}"},
	{.id = "getUserGroup", .method = "GET", .path = "/rest/v2/userGroups/{user_group_id}"},
	{.id = "getUserInfo", .method = "GET", .path = "/rest/v2/oauth/connect/userinfo"},
	{.id = "getUserSignature", .method = "GET", .path = "/rest/v2/users/{user_id}/signature"},
	{.id = "invoiceSubscription", .method = "POST", .path = "/rest/v2/subscriptions/{subscription_id}:invoice"},
	{.id = "isApplicationEnabled", .method = "GET", .path = "/rest/v2/settings/applications:isEnabled"},
	{.id = "linkContacts", .method = "POST", .path = "/rest/v2/contacts:link", .body = ISOFT_BODY_OBJECT, .fields = fields_107},
	{.id = "listAffiliate", .method = "GET", .path = "/rest/v2/affiliates", .query = fields_13, .entries = "affiliates", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listAffiliateCommissionPrograms", .method = "GET", .path = "/rest/v2/affiliates/commissionPrograms", .query = fields_13, .entries = "commission_programs", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listAffiliateCustomFieldGroups", .method = "GET", .path = "/rest/v2/affiliates/model/customFields/groups", .query = fields_11, .entries = "groups"},
	{.id = "listAffiliateCustomFieldTabs", .method = "GET", .path = "/rest/v2/affiliates/model/customFields/tabs", .entries = "tabs"},
	{.id = "listAffiliateLinks", .method = "GET", .path = "/rest/v2/affiliates/redirects", .query = fields_13, .entries = "affiliate_links", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listAffiliatePayments", .method = "GET", .path = "/rest/v2/affiliates/{affiliate_id}/payments", .query = fields_13, .entries = "affiliate_payments", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listAllAutomationIds", .method = "GET", .path = "/rest/v2/automations/ids", .query = fields_241, .entries = "automation_ids", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listAllNotes", .method = "GET", .path = "/rest/v2/notes", .query = fields_240, .entries = "notes", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listAppointmentsUsingGET", .method = "GET", .path = "/rest/v1/appointments", .query = fields_243, .entries = "appointments", .paging = ISOFT_PAGING_OFFSET},
	{.id = "listAssignedProducts", .method = "GET", .path = "/rest/v2/productCategories/assignedProducts", .query = fields_24, .entries = "assigned_product_categories", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listAutomations", .method = "GET", .path = "/rest/v2/automations", .query = fields_241, .entries = "automations", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listCampaigns", .method = "GET", .path = "/rest/v2/campaigns", .query = fields_13, .entries = "campaigns", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listCategories", .method = "GET", .path = "/rest/v2/automationCategory", .entries = "automation_categories", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listCategoryDiscounts", .method = "GET", .path = "/rest/v2/discounts/productCategories", .query = fields_13, .entries = "discounts", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listCommissionProgramResources", .method = "GET", .path = "/rest/v2/affiliates/commissionPrograms/{commission_program_id}/resources", .entries = "resources", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listCompanies", .method = "GET", .path = "/rest/v2/companies", .query = fields_90, .entries = "companies", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listCompaniesForTagId", .method = "GET", .path = "/rest/v2/tags/{tag_id}/companies", .query = fields_13, .entries = "tagged_companies", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listCompanyCustomFieldGroups", .method = "GET", .path = "/rest/v2/companies/model/customFields/groups", .query = fields_11, .entries = "groups"},
	{.id = "listCompanyCustomFieldTabs", .method = "GET", .path = "/rest/v2/companies/model/customFields/tabs", .entries = "tabs"},
	{.id = "listContactCustomFieldGroups", .method = "GET", .path = "/rest/v2/contacts/model/customFields/groups", .query = fields_11, .entries = "groups"},
	{.id = "listContactCustomFieldTabs", .method = "GET", .path = "/rest/v2/contacts/model/customFields/tabs", .entries = "tabs"},
	{.id = "listContactLinkTypes", .method = "GET", .path = "/rest/v2/contacts/links/types", .query = fields_13, .entries = "contact_link_types", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listContactLinks", .method = "GET", .path = "/rest/v2/contacts/{contact_id}/links", .entries = "links", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listContacts", .method = "GET", .path = "/rest/v2/contacts", .query = fields_90, .entries = "contacts", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listContactsWithTagId", .method = "GET", .path = "/rest/v2/tags/{tag_id}/contacts", .query = fields_13, .entries = "contacts", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listCountries", .method = "GET", .path = "/rest/v2/locales/countries", .entries = "countries", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listEmailAddressStatuses", .method = "GET", .path = "/rest/v2/emailAddresses", .query = fields_24, .entries = "email_addresses", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listEmailTemplates", .method = "GET", .path = "/rest/v2/emails/templates", .query = fields_24, .entries = "email_templates", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listEmails", .method = "GET", .path = "/rest/v2/emails", .query = fields_13, .entries = "emails", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listExpensesIncurredFromLeadSourceRecurringExpense", .method = "GET", .path = "/rest/v2/leadSources/{lead_source_id}/recurringExpenses/{lead_source_recurring_expense_id}/expenses", .query = fields_13, .entries = "lead_source_expenses", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listFiles", .method = "GET", .path = "/rest/v2/files", .query = fields_13, .entries = "files", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listFreeTrialDiscounts", .method = "GET", .path = "/rest/v2/discounts/freeTrials", .query = fields_13, .entries = "discounts", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listIntegrationsWordPressOptInOptions", .method = "GET", .path = "/rest/v2/integrations/wordpress/options", .entries = "wordpress_opt_in_options", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listLeadSourceCategories", .method = "GET", .path = "/rest/v2/leadSourceCategories", .query = fields_13, .entries = "lead_source_categories", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listLeadSourceExpenses", .method = "GET", .path = "/rest/v2/leadSources/{lead_source_id}/expenses", .query = fields_13, .entries = "lead_source_expenses", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listLeadSourceRecurringExpenses", .method = "GET", .path = "/rest/v2/leadSources/{lead_source_id}/recurringExpenses", .query = fields_13, .entries = "lead_source_recurring_expenses", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listLeadSources", .method = "GET", .path = "/rest/v2/leadSources", .query = fields_13, .entries = "lead_sources", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listMerchants", .method = "GET", .path = "/rest/v2/merchants", .query = fields_13, .entries = "merchant_accounts", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listNoteCustomFieldGroups", .method = "GET", .path = "/rest/v2/notes/model/customFields/groups", .query = fields_11, .entries = "groups"},
	{.id = "listNoteCustomFieldTabs", .method = "GET", .path = "/rest/v2/notes/model/customFields/tabs", .entries = "tabs"},
	{.id = "listNoteTemplates", .method = "GET", .path = "/rest/v2/notes/templates", .query = fields_13, .entries = "note_templates", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listNotes", .method = "GET", .path = "/rest/v2/contacts/{contact_id}/notes", .query = fields_1, .entries = "notes", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listOpportunities", .method = "GET", .path = "/rest/v2/opportunities", .query = fields_56, .entries = "opportunities", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listOpportunityCustomFieldGroups", .method = "GET", .path = "/rest/v2/opportunities/model/customFields/groups", .query = fields_11, .entries = "groups"},
	{.id = "listOpportunityCustomFieldTabs", .method = "GET", .path = "/rest/v2/opportunities/model/customFields/tabs", .entries = "tabs"},
	{.id = "listOpportunityStageMoves", .method = "GET", .path = "/rest/v2/opportunities/stageMoves", .query = fields_24, .entries = "stage_moves", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listOpportunityStages", .method = "GET", .path = "/rest/v2/opportunities/stages", .query = fields_13, .entries = "stages", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listOrderCustomFieldGroups", .method = "GET", .path = "/rest/v2/orders/model/customFields/groups", .query = fields_11, .entries = "groups"},
	{.id = "listOrderCustomFieldTabs", .method = "GET", .path = "/rest/v2/orders/model/customFields/tabs", .entries = "tabs"},
	{.id = "listOrderPayments", .method = "GET", .path = "/rest/v2/orders/{order_id}/payments", .query = fields_13, .entries = "invoice_order_payments", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listOrderTotalDiscounts", .method = "GET", .path = "/rest/v2/discounts/orderTotals", .query = fields_13, .entries = "discounts", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listOrders", .method = "GET", .path = "/rest/v2/orders", .query = fields_13, .entries = "orders", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listPaginatedUsers", .method = "GET", .path = "/rest/v2/users", .query = fields_237, .entries = "users", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listPaymentMethods", .method = "GET", .path = "/rest/v2/paymentMethods", .query = fields_13, .entries = "payment_methods", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listPaymentMethods_1", .method = "GET", .path = "/rest/v2/contacts/{contact_id}/paymentMethods", .query = fields_24, .entries = "records", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listPayments", .method = "GET", .path = "/rest/v2/sales/payments", .query = fields_24, .entries = "payments", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listProductCategories", .method = "GET", .path = "/rest/v2/productCategories", .query = fields_13, .entries = "product_categories", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listProductDiscounts", .method = "GET", .path = "/rest/v2/discounts/products", .query = fields_13, .entries = "discounts", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listProductInterestBundles", .method = "GET", .path = "/rest/v2/productInterestBundles", .query = fields_13, .entries = "product_interest_bundles", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listProductOptions", .method = "GET", .path = "/rest/v2/products/{product_id}/options", .entries = "product_options"},
	{.id = "listProducts", .method = "GET", .path = "/rest/v2/products", .query = fields_13, .entries = "products", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listProvincesForCountry", .method = "GET", .path = "/rest/v2/locales/countries/{country_code}/provinces", .entries = "provinces", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listReferrals", .method = "GET", .path = "/rest/v2/referrals", .query = fields_24, .entries = "referrals", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listReports", .method = "GET", .path = "/rest/v2/reporting/reports", .query = fields_13, .entries = "reports", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listShippingDiscounts", .method = "GET", .path = "/rest/v2/discounts/shipping", .query = fields_13, .entries = "discounts", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listShippingMethods", .method = "GET", .path = "/rest/v2/shipping", .entries = "shipping_methods"},
	{.id = "listSubscriptionCustomFieldGroups", .method = "GET", .path = "/rest/v2/subscriptions/model/customFields/groups", .query = fields_11, .entries = "groups"},
	{.id = "listSubscriptionCustomFieldTabs", .method = "GET", .path = "/rest/v2/subscriptions/model/customFields/tabs", .entries = "tabs"},
	{.id = "listSubscriptionPlans", .method = "GET", .path = "/rest/v2/products/{product_id}/subscriptions", .query = fields_13, .entries = "subscriptions", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listSubscriptions", .method = "GET", .path = "/rest/v2/subscriptions", .query = fields_13, .entries = "subscriptions", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listSummaries", .method = "GET", .path = "/rest/v2/affiliates/summaries", .query = fields_13, .entries = "affiliate_summaries", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listTagCategories", .method = "GET", .path = "/rest/v2/tags/categories", .query = fields_13, .entries = "tag_categories", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listTags", .method = "GET", .path = "/rest/v2/tags", .query = fields_13, .entries = "tags", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listTagsForCompany", .method = "GET", .path = "/rest/v2/companies/{company_id}/tags", .query = fields_24, .entries = "tags", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listTagsForContact", .method = "GET", .path = "/rest/v2/contacts/{contact_id}/tags", .query = fields_24, .entries = "tags", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listTaskCustomFieldGroups", .method = "GET", .path = "/rest/v2/tasks/model/customFields/groups", .query = fields_11, .entries = "groups"},
	{.id = "listTaskCustomFieldTabs", .method = "GET", .path = "/rest/v2/tasks/model/customFields/tabs", .entries = "tabs"},
	{.id = "listTasks", .method = "GET", .path = "/rest/v2/tasks", .query = fields_1, .entries = "tasks", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listTransactions", .method = "GET", .path = "/rest/v2/sales/transactions", .query = fields_24, .entries = "transactions", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listUserGroups", .method = "GET", .path = "/rest/v2/userGroups", .entries = "user_groups", .paging = ISOFT_PAGING_TOKEN},
	{.id = "listWebforms", .method = "GET", .path = "/rest/v2/webforms", .query = fields_13, .entries = "webforms", .paging = ISOFT_PAGING_TOKEN},
	{.id = "list_hook_event_types", .method = "GET", .path = "/rest/v1/hooks/event_keys", .entries = ""},
	{.id = "list_stored_hook_subscriptions", .method = "GET", .path = "/rest/v1/hooks", .entries = ""},
	{.id = "mergeContacts", .method = "POST", .path = "/rest/v2/contacts:merge", .query = fields_2, .body = ISOFT_BODY_OBJECT, .fields = fields_108},
	{.id = "patchCategory", .method = "PATCH", .path = "/rest/v2/automationCategory/{id}", .body = ISOFT_BODY_OBJECT, .fields = fields_227},
	{.id = "removeAffiliateFromProgram", .method = "POST", .path = "/rest/v2/affiliates/{id}:removeFromProgram", .body = ISOFT_BODY_OBJECT, .fields = fields_120, .silent = true},
	{.id = "removeContactsFromCampaignSequence", .method = "POST", .path = "/rest/v2/campaigns/{campaign_id}/sequences/{sequence_id}:removeContacts", .body = ISOFT_BODY_OBJECT, .fields = fields_16},
	{.id = "removeProductCommissionFromCommissions", .method = "POST", .path = "/rest/v2/affiliates/commissionPrograms/{commission_id}:removeProductCommission", .body = ISOFT_BODY_OBJECT, .fields = fields_124, .silent = true},
	{.id = "removeProductInterest", .method = "DELETE", .path = "/rest/v2/productInterestBundles/{id}/interests/{interest_id}", .silent = true},
	{.id = "removeSubscriptionPlanCommissionFromCommissions", .method = "POST", .path = "/rest/v2/affiliates/commissionPrograms/{commission_id}:removeSubscriptionCommission", .body = ISOFT_BODY_OBJECT, .fields = fields_123, .silent = true},
	{.id = "removeTagFromCompany", .method = "DELETE", .path = "/rest/v2/companies/{company_id}/tags/{tag_id}", .silent = true},
	{.id = "removeTags", .method = "POST", .path = "/rest/v2/tags/{tag_id}/contacts:removeTags", .body = ISOFT_BODY_OBJECT, .fields = fields_16, .silent = true},
	{.id = "renameAutomationV2", .method = "PATCH", .path = "/rest/v2/easy-automations/{automation_id}", .body = ISOFT_BODY_OBJECT, .fields = fields_117, .silent = true},
	{.id = "retrieveAppointmentModelUsingGET", .method = "GET", .path = "/rest/v1/appointments/model"},
	{.id = "retrieveCompanyCustomFieldModel", .method = "GET", .path = "/rest/v2/companies/model"},
	{.id = "retrieveContactModel", .method = "GET", .path = "/rest/v2/contacts/model"},
	{.id = "retrieveNoteModel", .method = "GET", .path = "/rest/v2/notes/model"},
	{.id = "retrieveOpportunityCustomFieldModel", .method = "GET", .path = "/rest/v2/opportunities/model"},
	{.id = "retrieveOrderCustomFieldModel", .method = "GET", .path = "/rest/v2/orders/model"},
	{.id = "retrieveReport", .method = "GET", .path = "/rest/v2/reporting/reports/{report_id}"},
	{.id = "retrieveReportModel", .method = "GET", .path = "/rest/v2/reporting/reports/{report_id}/model", .entries = "fields"},
	{.id = "retrieveSubscriptionCustomFieldModel", .method = "GET", .path = "/rest/v2/subscriptions/model"},
	{.id = "retrieveTaskModel", .method = "GET", .path = "/rest/v2/tasks/model"},
	{.id = "retrieve_a_hook_subscription", .method = "GET", .path = "/rest/v1/hooks/{key}"},
	{.id = "runReport", .method = "POST", .path = "/rest/v2/reporting/reports/{report_id}:run", .query = fields_23},
	{.id = "sendEmail", .method = "POST", .path = "/rest/v2/emails:send", .body = ISOFT_BODY_OBJECT, .fields = fields_74, .silent = true},
	{.id = "sendEmailTemplate", .method = "POST", .path = "/rest/v2/emails/templates:send", .body = ISOFT_BODY_OBJECT, .fields = fields_77, .silent = true},
	{.id = "setMerchantGatewayAsDefault", .method = "POST", .path = "/rest/v2/sales/merchants/{id}:setDefault", .silent = true},
	{.id = "unlinkContacts", .method = "POST", .path = "/rest/v2/contacts:unlink", .body = ISOFT_BODY_OBJECT, .fields = fields_107, .silent = true},
	{.id = "unpublishAutomation", .method = "PUT", .path = "/rest/v2/automations/{automation_id}/unpublish", .body = ISOFT_BODY_OBJECT, .fields = fields_0, .silent = true},
	{.id = "updateAffiliate", .method = "PATCH", .path = "/rest/v2/affiliates/{id}", .query = fields_229, .body = ISOFT_BODY_OBJECT, .fields = fields_230},
	{.id = "updateAffiliateCustomField", .method = "PATCH", .path = "/rest/v2/affiliates/model/customFields/{custom_field_id}", .query = fields_141, .body = ISOFT_BODY_OBJECT, .fields = fields_143},
	{.id = "updateAffiliateCustomFieldGroup", .method = "PATCH", .path = "/rest/v2/affiliates/model/customFields/groups/{group_id}", .query = fields_148, .body = ISOFT_BODY_OBJECT, .fields = fields_149},
	{.id = "updateAffiliateCustomFieldTab", .method = "PATCH", .path = "/rest/v2/affiliates/model/customFields/tabs/{tab_id}", .query = fields_145, .body = ISOFT_BODY_OBJECT, .fields = fields_146},
	{.id = "updateAppointmentUsingPUT", .method = "PUT", .path = "/rest/v1/appointments/{appointmentId}", .body = ISOFT_BODY_OBJECT, .fields = fields_244},
	{.id = "updateBusinessProfile", .method = "PATCH", .path = "/rest/v2/businessProfile", .query = fields_224, .body = ISOFT_BODY_OBJECT, .fields = fields_226},
	{.id = "updateCategoryDiscount", .method = "PATCH", .path = "/rest/v2/discounts/productCategories/{discount_id}", .query = fields_205, .body = ISOFT_BODY_OBJECT, .fields = fields_206},
	{.id = "updateCommissionProgram", .method = "PATCH", .path = "/rest/v2/affiliates/commissionPrograms/{commission_program_id}", .query = fields_232, .body = ISOFT_BODY_OBJECT, .fields = fields_233},
	{.id = "updateCommissionProgramResource", .method = "PATCH", .path = "/rest/v2/affiliates/commissionPrograms/resources/{resource_id}", .query = fields_235, .body = ISOFT_BODY_OBJECT, .fields = fields_236},
	{.id = "updateCompany", .method = "PATCH", .path = "/rest/v2/companies/{company_id}", .query = fields_222, .body = ISOFT_BODY_OBJECT, .fields = fields_113},
	{.id = "updateCompanyCustomField", .method = "PATCH", .path = "/rest/v2/companies/model/customFields/{custom_field_id}", .query = fields_141, .body = ISOFT_BODY_OBJECT, .fields = fields_143},
	{.id = "updateCompanyCustomFieldGroup", .method = "PATCH", .path = "/rest/v2/companies/model/customFields/groups/{group_id}", .query = fields_148, .body = ISOFT_BODY_OBJECT, .fields = fields_149},
	{.id = "updateCompanyCustomFieldTab", .method = "PATCH", .path = "/rest/v2/companies/model/customFields/tabs/{tab_id}", .query = fields_145, .body = ISOFT_BODY_OBJECT, .fields = fields_146},
	{.id = "updateContact", .method = "PATCH", .path = "/rest/v2/contacts/{contact_id}", .query = fields_215, .body = ISOFT_BODY_OBJECT, .fields = fields_106},
	{.id = "updateContactCustomFieldGroup", .method = "PATCH", .path = "/rest/v2/contacts/model/customFields/groups/{group_id}", .query = fields_148, .body = ISOFT_BODY_OBJECT, .fields = fields_149},
	{.id = "updateContactCustomFieldTab", .method = "PATCH", .path = "/rest/v2/contacts/model/customFields/tabs/{tab_id}", .query = fields_145, .body = ISOFT_BODY_OBJECT, .fields = fields_146},
	{.id = "updateContactLinkType", .method = "PATCH", .path = "/rest/v2/contacts/links/types/{link_type_id}", .query = fields_220, .body = ISOFT_BODY_OBJECT, .fields = fields_110},
	{.id = "updateDefaultCommissionProgram", .method = "PATCH", .path = "/rest/v2/affiliates/commissionPrograms/defaultCommissionPrograms/{commission_program_id}", .query = fields_128, .body = ISOFT_BODY_OBJECT, .fields = fields_133},
	{.id = "updateEmailAddressOptStatus", .method = "PATCH", .path = "/rest/v2/emailAddresses/{email}/status", .body = ISOFT_BODY_OBJECT, .fields = fields_196},
	{.id = "updateFile", .method = "POST", .path = "/rest/v2/files/{file_id}", .query = fields_69, .body = ISOFT_BODY_FORM, .fields = fields_70},
	{.id = "updateFreeTrialDiscount", .method = "PATCH", .path = "/rest/v2/discounts/freeTrials/{discount_id}", .query = fields_211, .body = ISOFT_BODY_OBJECT, .fields = fields_213},
	{.id = "updateLeadSource", .method = "PATCH", .path = "/rest/v2/leadSources/{lead_source_id}", .query = fields_189, .body = ISOFT_BODY_OBJECT, .fields = fields_63},
	{.id = "updateLeadSourceCategory", .method = "PATCH", .path = "/rest/v2/leadSourceCategories/{lead_source_category_id}", .query = fields_153, .body = ISOFT_BODY_OBJECT, .fields = fields_17},
	{.id = "updateLeadSourceExpense", .method = "PATCH", .path = "/rest/v2/leadSources/{lead_source_id}/expenses/{lead_source_expense_id}", .query = fields_194, .body = ISOFT_BODY_OBJECT, .fields = fields_195},
	{.id = "updateLeadSourceRecurringExpense", .method = "PATCH", .path = "/rest/v2/leadSources/{lead_source_id}/recurringExpenses/{lead_source_recurring_expense_id}", .query = fields_191, .body = ISOFT_BODY_OBJECT, .fields = fields_192},
	{.id = "updateNote", .method = "PATCH", .path = "/rest/v2/contacts/{contact_id}/notes/{note_id}", .query = fields_217, .body = ISOFT_BODY_OBJECT, .fields = fields_218},
	{.id = "updateNoteCustomFieldGroup", .method = "PATCH", .path = "/rest/v2/notes/model/customFields/groups/{group_id}", .query = fields_148, .body = ISOFT_BODY_OBJECT, .fields = fields_149},
	{.id = "updateNoteCustomFieldTab", .method = "PATCH", .path = "/rest/v2/notes/model/customFields/tabs/{tab_id}", .query = fields_145, .body = ISOFT_BODY_OBJECT, .fields = fields_146},
	{.id = "updateNotesCustomField", .method = "PATCH", .path = "/rest/v2/notes/model/customFields/{custom_field_id}", .query = fields_141, .body = ISOFT_BODY_OBJECT, .fields = fields_143},
	{.id = "updateOpportunity", .method = "PATCH", .path = "/rest/v2/opportunities/{opportunity_id}", .query = fields_182, .body = ISOFT_BODY_OBJECT, .fields = fields_183},
	{.id = "updateOpportunityCustomField", .method = "PATCH", .path = "/rest/v2/opportunities/model/customFields/{custom_field_id}", .query = fields_141, .body = ISOFT_BODY_OBJECT, .fields = fields_143},
	{.id = "updateOpportunityCustomFieldGroup", .method = "PATCH", .path = "/rest/v2/opportunities/model/customFields/groups/{group_id}", .query = fields_148, .body = ISOFT_BODY_OBJECT, .fields = fields_149},
	{.id = "updateOpportunityCustomFieldTab", .method = "PATCH", .path = "/rest/v2/opportunities/model/customFields/tabs/{tab_id}", .query = fields_145, .body = ISOFT_BODY_OBJECT, .fields = fields_146},
	{.id = "updateOpportunityStage", .method = "PATCH", .path = "/rest/v2/opportunities/stages/{stage_id}", .query = fields_185, .body = ISOFT_BODY_OBJECT, .fields = fields_187},
	{.id = "updateOrder", .method = "PATCH", .path = "/rest/v2/orders/{order_id}", .query = fields_175, .body = ISOFT_BODY_OBJECT, .fields = fields_177},
	{.id = "updateOrderCustomField", .method = "PATCH", .path = "/rest/v2/orders/model/customFields/{custom_field_id}", .query = fields_141, .body = ISOFT_BODY_OBJECT, .fields = fields_143},
	{.id = "updateOrderCustomFieldGroup", .method = "PATCH", .path = "/rest/v2/orders/model/customFields/groups/{group_id}", .query = fields_148, .body = ISOFT_BODY_OBJECT, .fields = fields_149},
	{.id = "updateOrderCustomFieldTab", .method = "PATCH", .path = "/rest/v2/orders/model/customFields/tabs/{tab_id}", .query = fields_145, .body = ISOFT_BODY_OBJECT, .fields = fields_146},
	{.id = "updateOrderItem", .method = "PATCH", .path = "/rest/v2/orders/{order_id}/items/{order_item_id}", .query = fields_179, .body = ISOFT_BODY_OBJECT, .fields = fields_180},
	{.id = "updateOrderTotalDiscount", .method = "PATCH", .path = "/rest/v2/discounts/orderTotals/{discount_id}", .query = fields_208, .body = ISOFT_BODY_OBJECT, .fields = fields_209},
	{.id = "updateProduct", .method = "PATCH", .path = "/rest/v2/products/{product_id}", .query = fields_159, .body = ISOFT_BODY_OBJECT, .fields = fields_160},
	{.id = "updateProductCategory", .method = "PATCH", .path = "/rest/v2/productCategories/{category_id}", .query = fields_172, .body = ISOFT_BODY_OBJECT, .fields = fields_173},
	{.id = "updateProductCommissionProgram", .method = "PATCH", .path = "/rest/v2/affiliates/commissionPrograms/productCommissionPrograms/{commission_program_id}", .query = fields_128, .body = ISOFT_BODY_OBJECT, .fields = fields_132},
	{.id = "updateProductDiscount", .method = "PATCH", .path = "/rest/v2/discounts/products/{discount_id}", .query = fields_202, .body = ISOFT_BODY_OBJECT, .fields = fields_203},
	{.id = "updateProductInterest", .method = "PATCH", .path = "/rest/v2/productInterestBundles/{id}/interests/{interest_id}", .query = fields_169, .body = ISOFT_BODY_OBJECT, .fields = fields_170},
	{.id = "updateProductInterestBundle", .method = "PATCH", .path = "/rest/v2/productInterestBundles/{id}", .query = fields_153, .body = ISOFT_BODY_OBJECT, .fields = fields_17},
	{.id = "updateProductOption", .method = "PATCH", .path = "/rest/v2/products/{product_id}/options/{product_option_id}", .query = fields_164, .body = ISOFT_BODY_OBJECT, .fields = fields_165},
	{.id = "updateProductOptionListOptionValue", .method = "PATCH", .path = "/rest/v2/products/{product_id}/options/{product_option_id}/listItems/{item_id}", .query = fields_167, .body = ISOFT_BODY_OBJECT, .fields = fields_34},
	{.id = "updatePropertiesOnAppointmentUsingPATCH", .method = "PATCH", .path = "/rest/v1/appointments/{appointmentId}", .body = ISOFT_BODY_OBJECT, .fields = fields_248},
	{.id = "updateRedirectLink", .method = "PATCH", .path = "/rest/v2/affiliates/redirects/{redirect_id}", .body = ISOFT_BODY_OBJECT, .fields = fields_121},
	{.id = "updateShippingDiscount", .method = "PATCH", .path = "/rest/v2/discounts/shipping/{discount_id}", .query = fields_198, .body = ISOFT_BODY_OBJECT, .fields = fields_200},
	{.id = "updateSubscription", .method = "PATCH", .path = "/rest/v2/subscriptions/{subscription_id}", .query = fields_155, .body = ISOFT_BODY_OBJECT, .fields = fields_157},
	{.id = "updateSubscriptionCommissionProgram", .method = "PATCH", .path = "/rest/v2/affiliates/commissionPrograms/subscriptionCommissionPrograms/{commission_program_id}", .query = fields_128, .body = ISOFT_BODY_OBJECT, .fields = fields_126},
	{.id = "updateSubscriptionCustomField", .method = "PATCH", .path = "/rest/v2/subscriptions/model/customFields/{custom_field_id}", .query = fields_141, .body = ISOFT_BODY_OBJECT, .fields = fields_143},
	{.id = "updateSubscriptionCustomFieldGroup", .method = "PATCH", .path = "/rest/v2/subscriptions/model/customFields/groups/{group_id}", .query = fields_148, .body = ISOFT_BODY_OBJECT, .fields = fields_149},
	{.id = "updateSubscriptionCustomFieldTab", .method = "PATCH", .path = "/rest/v2/subscriptions/model/customFields/tabs/{tab_id}", .query = fields_145, .body = ISOFT_BODY_OBJECT, .fields = fields_146},
	{.id = "updateSubscriptionPlan", .method = "PATCH", .path = "/rest/v2/products/{product_id}/subscriptions/{subscription_plan_id}", .query = fields_162, .body = ISOFT_BODY_OBJECT, .fields = fields_32},
	{.id = "updateTag", .method = "PATCH", .path = "/rest/v2/tags/{tag_id}", .query = fields_151, .body = ISOFT_BODY_OBJECT, .fields = fields_15},
	{.id = "updateTagCategory", .method = "PATCH", .path = "/rest/v2/tags/categories/{tag_category_id}", .query = fields_153, .body = ISOFT_BODY_OBJECT, .fields = fields_17},
	{.id = "updateTask", .method = "PATCH", .path = "/rest/v2/tasks/{task_id}", .query = fields_138, .body = ISOFT_BODY_OBJECT, .fields = fields_139},
	{.id = "updateTaskCustomField", .method = "PATCH", .path = "/rest/v2/tasks/model/customFields/{custom_field_id}", .query = fields_141, .body = ISOFT_BODY_OBJECT, .fields = fields_143},
	{.id = "updateTaskCustomFieldGroup", .method = "PATCH", .path = "/rest/v2/tasks/model/customFields/groups/{group_id}", .query = fields_148, .body = ISOFT_BODY_OBJECT, .fields = fields_149},
	{.id = "updateTaskCustomFieldTab", .method = "PATCH", .path = "/rest/v2/tasks/model/customFields/tabs/{tab_id}", .query = fields_145, .body = ISOFT_BODY_OBJECT, .fields = fields_146},
	{.id = "updateUser", .method = "PATCH", .path = "/rest/v2/users/{user_id}", .query = fields_135, .body = ISOFT_BODY_OBJECT, .fields = fields_136},
	{.id = "update_a_hook_subscription", .method = "PUT", .path = "/rest/v1/hooks/{key}", .body = ISOFT_BODY_OBJECT, .fields = fields_249},
	{.id = "verify_a_hook_subscription", .method = "POST", .path = "/rest/v1/hooks/{key}/verify"},
	{.id = "verify_a_hook_subscription_delayed", .method = "POST", .path = "/rest/v1/hooks/{key}/delayedVerify", .header = "X-Hook-Secret"},
};

const size_t isoft_operations_count = sizeof(isoft_operations) / sizeof(isoft_operations[0]);
