<?php

/** The browser of one visitor. It has its own cookies, follows redirects, and sends the CSRF token of a form. */
final class Browser
{
    /** All replies to all visitors, with their headers. */
    public static string $seen = '';

    public static string $ca;

    private CurlHandle $curl;

    private string $headers = '';

    private ?Page $page = null;

    public function __construct(private readonly string $base)
    {
        $this->curl = curl_init();
        curl_setopt_array($this->curl, [
            CURLOPT_CAINFO => self::$ca,
            CURLOPT_COOKIEFILE => '',
            CURLOPT_FOLLOWLOCATION => true,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 90,
            CURLOPT_NOPROXY => '*',
            CURLOPT_HEADERFUNCTION => function ($curl, string $line): int {
                $this->headers .= $line;

                return strlen($line);
            },
        ]);
    }

    public function get(string $url): Page
    {
        return self::together([$this->toGet($url)])[0];
    }

    public function submit(string $url, array $fields): Page
    {
        return self::together([$this->toSubmit($url, $fields)])[0];
    }

    public function toGet(string $url): self
    {
        curl_setopt_array($this->curl, [CURLOPT_URL => $this->absolute($url), CURLOPT_HTTPGET => true]);

        return $this;
    }

    /** Prepares to send the form of the page that was loaded last. */
    public function toSubmit(string $url, array $fields): self
    {
        preg_match('/name="_token" value="([^"]+)"/', $this->page->body ?? '', $token);
        $fields += ['_token' => $token[1] ?? ''];
        curl_setopt_array($this->curl, [
            CURLOPT_URL => $this->absolute($url),
            CURLOPT_POSTFIELDS => array_filter($fields, fn ($value) => $value instanceof CURLFile) === [] ? http_build_query($fields) : $fields,
            CURLOPT_REFERER => $this->page?->url,
        ]);

        return $this;
    }

    /**
     * Lets all browsers load their pages at the same time.
     *
     * @param list<self> $browsers prepared by toGet() or toSubmit()
     * @param callable|null $meanwhile called repeatedly until all pages are loaded
     * @return list<Page>
     */
    public static function together(array $browsers, ?callable $meanwhile = null): array
    {
        $multi = curl_multi_init();
        $left = [];

        foreach ($browsers as $key => $browser) {
            $browser->headers = '';
            curl_multi_add_handle($multi, $browser->curl);
            $left[$key] = $browser->curl;
        }

        while ($left !== []) {
            curl_multi_exec($multi, $active);

            while ($message = curl_multi_info_read($multi)) {
                $key = array_search($message['handle'], $left, true);
                unset($left[$key]);
                $browsers[$key]->loaded();
                curl_multi_remove_handle($multi, $message['handle']);
            }

            $meanwhile && $meanwhile();
            curl_multi_select($multi, 0.1);
        }

        return array_map(fn (self $browser) => $browser->page, $browsers);
    }

    private function loaded(): void
    {
        $this->page = new Page(
            curl_getinfo($this->curl, CURLINFO_RESPONSE_CODE),
            curl_getinfo($this->curl, CURLINFO_EFFECTIVE_URL),
            (string) curl_multi_getcontent($this->curl),
            curl_error($this->curl),
        );
        self::$seen .= $this->headers.$this->page->body;
    }

    private function absolute(string $url): string
    {
        return str_starts_with($url, '/') ? $this->base.$url : $url;
    }
}

final class Page
{
    public function __construct(
        public readonly int $status,
        public readonly string $url,
        public readonly string $body,
        public readonly string $error,
    ) {}
}
