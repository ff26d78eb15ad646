/**
 * The services that have a mark, one a line: the title, then other names that issuers use. A star means that any words may
 * follow (*Microsoft 365*, *Google Workspace*); without one a name is only met whole, since *Apple Valley School* is no
 * Apple. Titles are those of the set (scripts/marks.ts), which the build looks them up by.
 */
export const table = `
1Password
Adyen
Air Canada
Airbnb
Airtable
Akamai|Linode*
Amazon*|AWS*
Anthropic|Claude|Claude AI
AnyDesk
Apple|Apple ID|iCloud|Apple Account
Asana
AT&T
Atlassian*|Jira*|Confluence*|Trello
Auth0
Authelia
Authentik
Autodesk*
Backblaze
Bandcamp
Bank of America
Barclays
Basecamp
Battle.net|Blizzard|Blizzard Entertainment
Binance*
Bitbucket
Bitdefender
Bitwarden
Bluesky
Booking.com
Box
Braintree
Brave
Brevo|Sendinblue
Buffer
Bugcrowd
bunny.net
Canonical|Ubuntu|Ubuntu One
Canvas|Instructure
Cash App
CBC
Chase|JPMorgan Chase
Chess.com
CircleCI
Cisco*|Cisco Webex
Citrix*
ClickUp
Cloudflare*
Codeberg
Coinbase*
Contabo
Coursera
cPanel|WHM|cPanel WHM
Crowdin
Crunchyroll
Dashlane
Databricks
Datadog
Debian*
DeepL
Deezer
Dell*
DeviantArt
DHL
DigitalOcean*
Discord
Discourse
Docker|Docker Hub
DoorDash
Dribbble
Dropbox
DuckDuckGo
Duolingo
EA|Electronic Arts|EA Sports|EA Account
eBay
edX
Elastic
Element
Emby
Epic Games
Etsy
Evernote
F-Droid
Facebook|Facebook Messenger
Fastly
FedEx
Figma
Filen
Firebase
Firefox|Firefox Accounts
Fiverr
Fly.io
Forgejo
Fortinet*|FortiToken
Gandi
Garmin
Gitea
GitHub*
GitLab*
GMX
GoDaddy
GOG.com|GOG
Google*|Gmail|Google Workspace|YouTube
Grafana*
Grammarly
Gravatar
Gumroad
Gusto
HackerOne
Have I Been Pwned
Hetzner*
Home Assistant|HomeAssistant
Hostinger
HP
HSBC
HubSpot
Hugging Face|HuggingFace
Humble Bundle
IFTTT
Indeed
Infomaniak
Instagram
Intercom
Internet Archive|Archive.org
Intuit*|TurboTax
Ionos|1&1
Itch.io|Itch
JetBrains*
Joomla*
Keeper
Keycloak
Khan Academy
Kick
Kickstarter
Klarna
Ko-fi
KuCoin
LastPass
Launchpad
Lenovo
LG
Lichess
LINE
Linear
LinkedIn
Linktree
Lyft
MailChimp
Mailgun
Malwarebytes
MasterCard
Mastodon*
Matomo
Mattermost
McAfee
Medium
Meetup
MEGA|MEGA NZ
Meta|Meta Business|Meta for Developers|Meta Quest
Microsoft*|Office 365*|Outlook*|Hotmail|OneDrive|Skype|Teams|Azure*|Entra*|Microsoftonline|M365|O365|Windows
Migadu
Miro
Mistral AI|Mistral
MongoDB|MongoDB Atlas
Monzo
Moodle*
Mozilla*
Mullvad|Mullvad VPN
N26
n8n
Namecheap
Netflix
NETGEAR
Netlify
New Relic
Nextcloud*
Nextdoor
Nintendo|Nintendo Account|Nintendo Switch Online
NordVPN|Nord Account
Norton|NortonLifeLock
Notion
npm|npmjs
Obsidian
Odoo*
Okta|Okta Verify
OnlyFans
Open Collective
OpenAI|ChatGPT
OpenVPN|OpenVPN Access Server
Opera
OPNsense
ORCID
Overleaf
OVH*|OVHcloud
ownCloud
PagerDuty
Palo Alto Networks|GlobalProtect
Passbolt
Patreon
Payoneer
PayPal*
Perplexity
pfSense
phpMyAdmin
Pinterest
PlayStation*|PlayStation Network|PSN|Sony PlayStation|Sony
Plesk
Plex
Porkbun
Portainer
Postman
PrestaShop
Proton*|Proton Mail|ProtonMail|Proton VPN|ProtonVPN|Proton Pass
Proxmox*
Pulumi
PyPI
QNAP*
QuickBooks
Railway
Read the Docs
Red Hat*
Reddit
Render
Replit
ResearchGate
Revolut
Ring
Riot Games
Robinhood
Roblox
Rocket.Chat
Rockstar Games|Rockstar Games Social Club
Roundcube
RubyGems
RustDesk
Samsung*
SAP*
Scaleway
Sentry
Shopify*
Signal
SimpleLogin
Slack
Snapchat
Snowflake
Snyk
SonicWall
SoundCloud
Splunk
Spotify
Square
Square Enix
Squarespace
Stack Overflow|Stack Exchange
Starling Bank|Starling
Steam
Strava
Stripe*
Substack
Supabase
Surfshark
SUSE
Synology*
Tailscale
TeamViewer
Telegram
Tesla
Threads
Threema
TikTok
Tinder
Toggl
TP-Link|TP-Link ID|Omada
Trend Micro
Tresorit
Trezor
TrueNAS
Tumblr
Tuta|Tutanota|Tutamail
Twitch
TYPO3
Uber
Ubiquiti|UniFi
Ubisoft*|Uplay
Udemy
Unity|Unity ID
Unraid
Uphold
UPS
Upwork
Vaultwarden
Veeam
Venmo
Vercel
Verizon
Viber
Vimeo
VirusTotal
Visa
Vivaldi
VK
VMware*
Vodafone
Vultr
WEB.DE
Webex
Webflow
WeChat
Western Union
WhatsApp
Wikipedia|Wikimedia|MediaWiki
Wise|TransferWise
Wix
WooCommerce
WordPress*
Xbox
Xero
Xiaomi
X|Twitter|X Twitter|Twitter X
Zapier
Zendesk
Zerodha
Zoho*
Zoom
Zulip
`;
