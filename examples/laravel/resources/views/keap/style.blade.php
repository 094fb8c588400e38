<style>
    :root { color-scheme: light dark; --page: #f4f5f7; --card: #fff; --text: #1b1f24; --quiet: #57606a; --line: #8b949e; --good: #116329; --bad: #a40e26; --focus: #2f6fb3; }
    @media (prefers-color-scheme: dark) { :root { --page: #0d1117; --card: #161b22; --text: #e6edf3; --quiet: #9da7b3; --line: #6e7681; --good: #56d364; --bad: #ff938a; --focus: #5b9bdf; } }
    * { box-sizing: border-box; }
    body { margin: 0; padding: 2rem 1rem; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
    main { max-width: 28rem; margin: 0 auto; padding: 1.5rem; background: var(--card); border-radius: .6rem; }
    main.wide { max-width: 44rem; }
    h1 { margin: 0 0 .5rem; font-size: 2rem; line-height: 1.2; }
    label { display: block; margin-top: 1rem; font-weight: 600; }
    input { font: inherit; color: inherit; background: var(--page); width: 100%; margin-top: .25rem; padding: .55rem .7rem; border: 1px solid var(--line); border-radius: .4rem; }
    input[aria-invalid] { border: 2px solid var(--bad); }
    .choice { display: flex; gap: .6rem; align-items: baseline; font-weight: 400; }
    .choice input { width: auto; flex: none; margin: 0; }
    .button { display: inline-block; margin: 1.5rem .5rem 0 0; padding: .6rem 1.3rem; font: inherit; font-weight: 600; color: var(--page); background: var(--text); border: 1px solid var(--text); border-radius: .4rem; text-decoration: none; cursor: pointer; }
    .button.second { color: var(--text); background: none; }
    .button:hover { text-decoration: underline; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
    .error { color: var(--bad); display: block; margin: .25rem 0 0; }
    .good { color: var(--good); }
    .quiet { color: var(--quiet); margin: .25rem 0 0; }
    table { border-collapse: collapse; width: 100%; margin-top: 1.5rem; }
    th, td { text-align: left; vertical-align: top; padding: .5rem 0; border-top: 1px solid var(--line); }
    th { padding-right: 1.5rem; font-weight: 600; }
</style>
