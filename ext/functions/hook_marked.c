#include "functions/hook_marked.h"

#include "client/hook_mark.h"
#include "support/exceptions.h"

zend_string *isoft_hook_marked(const char *account, const zend_string *url)
{
	char mark[ISOFT_HOOK_MARK_TEXT + 1];
	isoft_hook_url read;
	isoft_failure failure;
	bool made;

	isoft_hook_url_read(url, &read);
	made = isoft_hook_mark_make(account, &read, mark, &failure);
	isoft_hook_url_free(&read);
	if (!made) {
		isoft_throw(&failure);
		return NULL;
	}
	return isoft_hook_url_with(url, mark);
}
