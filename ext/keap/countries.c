#include "keap/countries.h"

#include "php.h"

#include "support/suggest.h"

typedef struct {
	const char *alpha2, *alpha3; /* in capitals */
	const char *name;            /* in English, without accents */
} country;

/* Sorted by alpha3. */
static const country countries[] = {
	{"AW", "ABW", "Aruba"},
	{"AF", "AFG", "Afghanistan"},
	{"AO", "AGO", "Angola"},
	{"AI", "AIA", "Anguilla"},
	{"AX", "ALA", "Aland Islands"},
	{"AL", "ALB", "Albania"},
	{"AD", "AND", "Andorra"},
	{"AE", "ARE", "United Arab Emirates"},
	{"AR", "ARG", "Argentina"},
	{"AM", "ARM", "Armenia"},
	{"AS", "ASM", "American Samoa"},
	{"AQ", "ATA", "Antarctica"},
	{"TF", "ATF", "French Southern Territories"},
	{"AG", "ATG", "Antigua and Barbuda"},
	{"AU", "AUS", "Australia"},
	{"AT", "AUT", "Austria"},
	{"AZ", "AZE", "Azerbaijan"},
	{"BI", "BDI", "Burundi"},
	{"BE", "BEL", "Belgium"},
	{"BJ", "BEN", "Benin"},
	{"BQ", "BES", "Caribbean Netherlands"},
	{"BF", "BFA", "Burkina Faso"},
	{"BD", "BGD", "Bangladesh"},
	{"BG", "BGR", "Bulgaria"},
	{"BH", "BHR", "Bahrain"},
	{"BS", "BHS", "Bahamas"},
	{"BA", "BIH", "Bosnia and Herzegovina"},
	{"BL", "BLM", "Saint Barthelemy"},
	{"BY", "BLR", "Belarus"},
	{"BZ", "BLZ", "Belize"},
	{"BM", "BMU", "Bermuda"},
	{"BO", "BOL", "Bolivia"},
	{"BR", "BRA", "Brazil"},
	{"BB", "BRB", "Barbados"},
	{"BN", "BRN", "Brunei"},
	{"BT", "BTN", "Bhutan"},
	{"BV", "BVT", "Bouvet Island"},
	{"BW", "BWA", "Botswana"},
	{"CF", "CAF", "Central African Republic"},
	{"CA", "CAN", "Canada"},
	{"CC", "CCK", "Cocos (Keeling) Islands"},
	{"CH", "CHE", "Switzerland"},
	{"CL", "CHL", "Chile"},
	{"CN", "CHN", "China"},
	{"CI", "CIV", "Ivory Coast"},
	{"CM", "CMR", "Cameroon"},
	{"CD", "COD", "Democratic Republic of the Congo"},
	{"CG", "COG", "Republic of the Congo"},
	{"CK", "COK", "Cook Islands"},
	{"CO", "COL", "Colombia"},
	{"KM", "COM", "Comoros"},
	{"CV", "CPV", "Cape Verde"},
	{"CR", "CRI", "Costa Rica"},
	{"CU", "CUB", "Cuba"},
	{"CW", "CUW", "Curacao"},
	{"CX", "CXR", "Christmas Island"},
	{"KY", "CYM", "Cayman Islands"},
	{"CY", "CYP", "Cyprus"},
	{"CZ", "CZE", "Czechia"},
	{"DE", "DEU", "Germany"},
	{"DJ", "DJI", "Djibouti"},
	{"DM", "DMA", "Dominica"},
	{"DK", "DNK", "Denmark"},
	{"DO", "DOM", "Dominican Republic"},
	{"DZ", "DZA", "Algeria"},
	{"EC", "ECU", "Ecuador"},
	{"EG", "EGY", "Egypt"},
	{"ER", "ERI", "Eritrea"},
	{"EH", "ESH", "Western Sahara"},
	{"ES", "ESP", "Spain"},
	{"EE", "EST", "Estonia"},
	{"ET", "ETH", "Ethiopia"},
	{"FI", "FIN", "Finland"},
	{"FJ", "FJI", "Fiji"},
	{"FK", "FLK", "Falkland Islands"},
	{"FR", "FRA", "France"},
	{"FO", "FRO", "Faroe Islands"},
	{"FM", "FSM", "Micronesia"},
	{"GA", "GAB", "Gabon"},
	{"GB", "GBR", "United Kingdom"},
	{"GE", "GEO", "Georgia"},
	{"GG", "GGY", "Guernsey"},
	{"GH", "GHA", "Ghana"},
	{"GI", "GIB", "Gibraltar"},
	{"GN", "GIN", "Guinea"},
	{"GP", "GLP", "Guadeloupe"},
	{"GM", "GMB", "Gambia"},
	{"GW", "GNB", "Guinea-Bissau"},
	{"GQ", "GNQ", "Equatorial Guinea"},
	{"GR", "GRC", "Greece"},
	{"GD", "GRD", "Grenada"},
	{"GL", "GRL", "Greenland"},
	{"GT", "GTM", "Guatemala"},
	{"GF", "GUF", "French Guiana"},
	{"GU", "GUM", "Guam"},
	{"GY", "GUY", "Guyana"},
	{"HK", "HKG", "Hong Kong"},
	{"HM", "HMD", "Heard and McDonald Islands"},
	{"HN", "HND", "Honduras"},
	{"HR", "HRV", "Croatia"},
	{"HT", "HTI", "Haiti"},
	{"HU", "HUN", "Hungary"},
	{"ID", "IDN", "Indonesia"},
	{"IM", "IMN", "Isle of Man"},
	{"IN", "IND", "India"},
	{"IO", "IOT", "British Indian Ocean Territory"},
	{"IE", "IRL", "Ireland"},
	{"IR", "IRN", "Iran"},
	{"IQ", "IRQ", "Iraq"},
	{"IS", "ISL", "Iceland"},
	{"IL", "ISR", "Israel"},
	{"IT", "ITA", "Italy"},
	{"JM", "JAM", "Jamaica"},
	{"JE", "JEY", "Jersey"},
	{"JO", "JOR", "Jordan"},
	{"JP", "JPN", "Japan"},
	{"KZ", "KAZ", "Kazakhstan"},
	{"KE", "KEN", "Kenya"},
	{"KG", "KGZ", "Kyrgyzstan"},
	{"KH", "KHM", "Cambodia"},
	{"KI", "KIR", "Kiribati"},
	{"KN", "KNA", "Saint Kitts and Nevis"},
	{"KR", "KOR", "South Korea"},
	{"KW", "KWT", "Kuwait"},
	{"LA", "LAO", "Laos"},
	{"LB", "LBN", "Lebanon"},
	{"LR", "LBR", "Liberia"},
	{"LY", "LBY", "Libya"},
	{"LC", "LCA", "Saint Lucia"},
	{"LI", "LIE", "Liechtenstein"},
	{"LK", "LKA", "Sri Lanka"},
	{"LS", "LSO", "Lesotho"},
	{"LT", "LTU", "Lithuania"},
	{"LU", "LUX", "Luxembourg"},
	{"LV", "LVA", "Latvia"},
	{"MO", "MAC", "Macao"},
	{"MF", "MAF", "Saint Martin"},
	{"MA", "MAR", "Morocco"},
	{"MC", "MCO", "Monaco"},
	{"MD", "MDA", "Moldova"},
	{"MG", "MDG", "Madagascar"},
	{"MV", "MDV", "Maldives"},
	{"MX", "MEX", "Mexico"},
	{"MH", "MHL", "Marshall Islands"},
	{"MK", "MKD", "North Macedonia"},
	{"ML", "MLI", "Mali"},
	{"MT", "MLT", "Malta"},
	{"MM", "MMR", "Myanmar"},
	{"ME", "MNE", "Montenegro"},
	{"MN", "MNG", "Mongolia"},
	{"MP", "MNP", "Northern Mariana Islands"},
	{"MZ", "MOZ", "Mozambique"},
	{"MR", "MRT", "Mauritania"},
	{"MS", "MSR", "Montserrat"},
	{"MQ", "MTQ", "Martinique"},
	{"MU", "MUS", "Mauritius"},
	{"MW", "MWI", "Malawi"},
	{"MY", "MYS", "Malaysia"},
	{"YT", "MYT", "Mayotte"},
	{"NA", "NAM", "Namibia"},
	{"NC", "NCL", "New Caledonia"},
	{"NE", "NER", "Niger"},
	{"NF", "NFK", "Norfolk Island"},
	{"NG", "NGA", "Nigeria"},
	{"NI", "NIC", "Nicaragua"},
	{"NU", "NIU", "Niue"},
	{"NL", "NLD", "Netherlands"},
	{"NO", "NOR", "Norway"},
	{"NP", "NPL", "Nepal"},
	{"NR", "NRU", "Nauru"},
	{"NZ", "NZL", "New Zealand"},
	{"OM", "OMN", "Oman"},
	{"PK", "PAK", "Pakistan"},
	{"PA", "PAN", "Panama"},
	{"PN", "PCN", "Pitcairn Islands"},
	{"PE", "PER", "Peru"},
	{"PH", "PHL", "Philippines"},
	{"PW", "PLW", "Palau"},
	{"PG", "PNG", "Papua New Guinea"},
	{"PL", "POL", "Poland"},
	{"PR", "PRI", "Puerto Rico"},
	{"KP", "PRK", "North Korea"},
	{"PT", "PRT", "Portugal"},
	{"PY", "PRY", "Paraguay"},
	{"PS", "PSE", "Palestine"},
	{"PF", "PYF", "French Polynesia"},
	{"QA", "QAT", "Qatar"},
	{"RE", "REU", "Reunion"},
	{"RO", "ROU", "Romania"},
	{"RU", "RUS", "Russia"},
	{"RW", "RWA", "Rwanda"},
	{"SA", "SAU", "Saudi Arabia"},
	{"SD", "SDN", "Sudan"},
	{"SN", "SEN", "Senegal"},
	{"SG", "SGP", "Singapore"},
	{"GS", "SGS", "South Georgia and South Sandwich Islands"},
	{"SH", "SHN", "Saint Helena"},
	{"SJ", "SJM", "Svalbard and Jan Mayen"},
	{"SB", "SLB", "Solomon Islands"},
	{"SL", "SLE", "Sierra Leone"},
	{"SV", "SLV", "El Salvador"},
	{"SM", "SMR", "San Marino"},
	{"SO", "SOM", "Somalia"},
	{"PM", "SPM", "Saint Pierre and Miquelon"},
	{"RS", "SRB", "Serbia"},
	{"SS", "SSD", "South Sudan"},
	{"ST", "STP", "Sao Tome and Principe"},
	{"SR", "SUR", "Suriname"},
	{"SK", "SVK", "Slovakia"},
	{"SI", "SVN", "Slovenia"},
	{"SE", "SWE", "Sweden"},
	{"SZ", "SWZ", "Eswatini"},
	{"SX", "SXM", "Sint Maarten"},
	{"SC", "SYC", "Seychelles"},
	{"SY", "SYR", "Syria"},
	{"TC", "TCA", "Turks and Caicos Islands"},
	{"TD", "TCD", "Chad"},
	{"TG", "TGO", "Togo"},
	{"TH", "THA", "Thailand"},
	{"TJ", "TJK", "Tajikistan"},
	{"TK", "TKL", "Tokelau"},
	{"TM", "TKM", "Turkmenistan"},
	{"TL", "TLS", "Timor-Leste"},
	{"TO", "TON", "Tonga"},
	{"TT", "TTO", "Trinidad and Tobago"},
	{"TN", "TUN", "Tunisia"},
	{"TR", "TUR", "Turkey"},
	{"TV", "TUV", "Tuvalu"},
	{"TW", "TWN", "Taiwan"},
	{"TZ", "TZA", "Tanzania"},
	{"UG", "UGA", "Uganda"},
	{"UA", "UKR", "Ukraine"},
	{"UM", "UMI", "U.S. Outlying Islands"},
	{"UY", "URY", "Uruguay"},
	{"US", "USA", "United States"},
	{"UZ", "UZB", "Uzbekistan"},
	{"VA", "VAT", "Vatican City"},
	{"VC", "VCT", "Saint Vincent and Grenadines"},
	{"VE", "VEN", "Venezuela"},
	{"VG", "VGB", "British Virgin Islands"},
	{"VI", "VIR", "U.S. Virgin Islands"},
	{"VN", "VNM", "Vietnam"},
	{"VU", "VUT", "Vanuatu"},
	{"WF", "WLF", "Wallis and Futuna"},
	{"WS", "WSM", "Samoa"},
	{"YE", "YEM", "Yemen"},
	{"ZA", "ZAF", "South Africa"},
	{"ZM", "ZMB", "Zambia"},
	{"ZW", "ZWE", "Zimbabwe"},
};

/* Other names and codes that people write for a country. */
static const struct {
	const char *name, *alpha3;
} other_names[] = {
	{"America", "USA"},
	{"Bolivia, Plurinational State of", "BOL"},
	{"Britain", "GBR"},
	{"Brunei Darussalam", "BRN"},
	{"Burma", "MMR"},
	{"Cabo Verde", "CPV"},
	{"Congo", "COG"},
	{"Cote d'Ivoire", "CIV"},
	{"Côte d'Ivoire", "CIV"},
	{"Curaçao", "CUW"},
	{"Czech Republic", "CZE"},
	{"Deutschland", "DEU"},
	{"DR Congo", "COD"},
	{"East Timor", "TLS"},
	{"England", "GBR"},
	{"GER", "DEU"},
	{"Great Britain", "GBR"},
	{"Holland", "NLD"},
	{"Iran, Islamic Republic of", "IRN"},
	{"Korea", "KOR"},
	{"Korea, Republic of", "KOR"},
	{"Lao People's Democratic Republic", "LAO"},
	{"Macau", "MAC"},
	{"Macedonia", "MKD"},
	{"Northern Ireland", "GBR"},
	{"Republic of Ireland", "IRL"},
	{"Republic of Korea", "KOR"},
	{"Réunion", "REU"},
	{"Russian Federation", "RUS"},
	{"Scotland", "GBR"},
	{"SUI", "CHE"},
	{"Swaziland", "SWZ"},
	{"Syrian Arab Republic", "SYR"},
	{"Tanzania, United Republic of", "TZA"},
	{"The Netherlands", "NLD"},
	{"Türkiye", "TUR"},
	{"Turkiye", "TUR"},
	{"UAE", "ARE"},
	{"UK", "GBR"},
	{"United States of America", "USA"},
	{"U.K.", "GBR"},
	{"U.S.", "USA"},
	{"U.S.A.", "USA"},
	{"Vatican", "VAT"},
	{"Viet Nam", "VNM"},
	{"Wales", "GBR"},
};

enum {
	COUNTRIES = sizeof(countries) / sizeof(*countries),
	OTHER_NAMES = sizeof(other_names) / sizeof(*other_names),
	SHORTEST_NAME = 4 /* in bytes: a shorter text is a code, and another code that is near means another country */
};

static bool is_between(const char *text, const char *first, const char *last)
{
	return strcmp(text, first) >= 0 && strcmp(text, last) <= 0;
}

static bool is_users_code(const char *text)
{
	for (int i = 0; i < 3; i++) {
		if (text[i] < 'A' || text[i] > 'Z') {
			return false;
		}
	}
	return !text[3]
		&& (strcmp(text, "AAA") == 0 || strcmp(text, "ZZZ") == 0 || is_between(text, "QMA", "QZZ")
			|| is_between(text, "XAA", "XZZ"));
}

bool isoft_countries_has_code(const char *text)
{
	for (int i = 0; i < COUNTRIES; i++) {
		if (strcmp(countries[i].alpha3, text) == 0) {
			return true;
		}
	}
	return is_users_code(text);
}

/* The names to suggest from: all of `countries`, then all of `other_names`. */
static const char *country_name_at(const void *unused, size_t index)
{
	if (index < COUNTRIES) {
		return countries[index].name;
	}
	return index < COUNTRIES + OTHER_NAMES ? other_names[index - COUNTRIES].name : NULL;
}

static const char *code_of_name(const char *name)
{
	for (int i = 0; i < COUNTRIES; i++) {
		if (strcasecmp(countries[i].name, name) == 0) {
			return countries[i].alpha3;
		}
	}
	for (int i = 0; i < OTHER_NAMES; i++) {
		if (strcasecmp(other_names[i].name, name) == 0) {
			return other_names[i].alpha3;
		}
	}
	return NULL;
}

const char *isoft_countries_suggest(const char *text)
{
	const char *code = code_of_name(text), *nearest;

	for (int i = 0; !code && i < COUNTRIES; i++) {
		if (strcasecmp(countries[i].alpha2, text) == 0 || strcasecmp(countries[i].alpha3, text) == 0) {
			code = countries[i].alpha3;
		}
	}
	if (code || strlen(text) < SHORTEST_NAME) {
		return code;
	}
	nearest = isoft_suggest(text, country_name_at, NULL);
	return nearest ? code_of_name(nearest) : NULL;
}
