<?php
// One handle for each page; the two calls of the page share it.
return static fn () => pair(over(curl_init()))();
