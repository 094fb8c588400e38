<?php
// A handle for each request of a visitor, which its two calls share.
return static fn () => pair(over(curl_init()))();
