import type { TargetKey } from '../../core/imports/targets';

/** "lineItem/Unblended_Cost" → "line item unblended cost"; accents and case say nothing. */
export const wordsOf = (heading: string): string =>
  heading
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%€$£¥]+/gu, ' ')
    .trim();

interface Speaks {
  /** The heading is this, or nearly. */
  strong: RegExp;
  /** The heading has this in it. */
  weak?: RegExp;
  /** The heading is about something else. */
  not?: RegExp;
}

const unitPrice = /\b(unit|per|each|rate|einzel\w*|stuck\w*|unitario|unitaire)\b|einzelpreis|stuckpreis|preis pro/;
const tax = /\b(tax|taxes|vat|gst|mwst|ust|iva|tva|impuestos?)\b|steuer/;
const list = /\b(list|catalog\w*|retail|original|undiscounted|listen\w*|lista|before discounts?)\b|listenpreis/;
const discount = /\b(discounts?|rabatt\w*|descuentos?|savings?|credits? applied|remise)\b/;
const costCentre = /kostenstelle|cost ?cent(?:er|re)|centro de coste?s?/;
const identity = /\b(id|ids|no|nr|number|nummer|code|name|currency|wahrung|moneda|devise|type|typ|tipo|date|datum|fecha)\b/;
const money = `cost|costs|amount|charge|charges|spend|price|total|subtotal|fee|betrag|kosten|preis|summe|netto|net|gross|brutto|coste|costo|importe|gasto|montant|cout|prix|neto|bruto`;

/** How headings name what is ours, in English, German, Spanish and French. Matched against `wordsOf`. */
const speaks: Record<TargetKey, Speaks> = {
  BilledCost: {
    strong: new RegExp(
      String.raw`^(?:(?:total|net|gross|billed|invoice|invoiced|line|usage|subtotal|ext|extended|importe|coste|costo|montant) )*(?:${money})(?: (?:net|gross|neto|bruto|netto|brutto|total|ht|ttc|usd|eur|gbp|chf|in|€|\$|£|cents?|micros?|total))*$|^(?:netto|brutto|gesamt|rechnungs)\w*(?:betrag|kosten|preis|summe)(?: (?:in )?(?:eur|usd|chf|cents?|€|\$))*$`,
    ),
    weak: new RegExp(String.raw`\b(?:${money})\b|betrag|kosten|importe`),
    not: new RegExp([unitPrice, tax, list, discount, identity, costCentre, /\beffective|amortized\b/].map((r) => r.source).join('|')),
  },
  EffectiveCost: { strong: /\b(effective|amortized|amortised)\b.*\bcost|effektive? kosten|coste? (efectivo|amortizado)/ },
  ListCost: {
    strong:
      /\blist (cost|price|amount)|\b(cost|amount|price) before discounts?|\b(retail|original|undiscounted) (cost|amount|price)|listenpreis|precio de lista/,
    not: unitPrice,
  },
  BillingCurrency: {
    strong: /^(?:\w+ )*(currency|wahrung|moneda|divisa|devise|monnaie)(?: code)?$|^(curr|iso code)$/,
    weak: /currency|wahrung|moneda|divisa/,
  },
  ChargePeriodStart: {
    strong:
      /^(?:usage |charge |service |leistungs|start |begin )?(date|day|datum|tag|fecha|dia|jour|timestamp|time|month|monat|mes|mois|start|from|von|beginn|desde|inicio|debut|period|periode|periodo|zeitraum)(?: (start|from|utc|von))?$|^(usage|charge|period|service) ?(start|from|begin)\b|(leistungs|nutzungs|verbrauchs|abrechnungs)(datum|tag|beginn|monat|zeitraum)|fecha (de )?(uso|inicio)|start ?(date|time)/,
    weak: /\b(date|day|datum|tag|fecha|dia|month|monat|mes|time|timestamp|period|created)\b|datum/,
    not: /\b(end|ends|to|until|due|bis|ende|hasta|fin|fallig\w*|vencimiento|expiry|expires)\b|ende\b|fallig/,
  },
  ChargePeriodEnd: {
    strong: /\b(end|until|bis|ende|hasta|fin)\b|^to$|enddatum|leistungsende|period to\b|end ?(date|time)/,
    not: /\b(due|fallig\w*|vencimiento)\b/,
  },
  ProviderName: {
    strong: /^(?:service |cloud )?(provider|vendor|supplier|publisher|anbieter|lieferant|hersteller|proveedor|fournisseur)(?: name)?$/,
  },
  ServiceName: {
    strong: /^(?:service|product|servicio|dienst|leistung|produkt|producto|produit|artikel)(?: (name|family|category))?$|^dienstname$/,
    weak: /\b(service|product|dienst|servicio)\b/,
    not: /\b(id|date|code|charge|provider|fee|tax)\b/,
  },
  ChargeDescription: {
    strong:
      /^(?:line ?item |charge |item )?(description|beschreibung|bezeichnung|descripcion|concepto|designation|text|details?|memo|position)$/,
    weak: /description|beschreibung|bezeichnung|descripcion/,
  },
  SkuMeter: {
    strong: /^(sku|meter|meter ?name|sku ?(name|description|id)|usage ?type|line ?item|plan|zahler|tarif)$/,
    weak: /\b(sku|meter)\b/,
  },
  Model: { strong: /^(?:ai |llm |base )?(model|modell|modelo|modele)(?: (name|id|version))?$/, weak: /\bmodel\b/ },
  TokenType: { strong: /^(token ?type|token kind|direction|tokenart|tipo de token)$/ },
  ConsumedQuantity: {
    strong:
      /^(?:usage |consumed |billed |total )?(quantity|qty|units|usage|amount used|consumption|menge|anzahl|verbrauch|cantidad|consumo|quantite|tokens?|hours|stunden|horas|seats)(?: (quantity|used|consumed))?$|usage ?(amount|quantity)/,
    weak: /\b(quantity|menge|cantidad|verbrauch)\b/,
    not: /\b(cost|price|charge|unit of|uom)\b/,
  },
  ConsumedUnit: {
    strong: /^(unit|uom|unit of measure|units? of|measure|einheit|mengeneinheit|unidad|unite|usage unit|pricing unit|unit name)$/,
  },
  BillingAccountId: {
    strong:
      /^(?:billing |invoice |payer )?(account|customer|konto|kunde|kundennummer|cuenta|cliente|compte|client|tenant|organi[sz]ation)(?: (id|no|nr|number|name|nummer))?$|^kundennr$/,
  },
  SubAccountId: {
    strong:
      /^(?:sub ?account|subscription|project|workspace|abonnement|abo|suscripcion|proyecto|projekt)(?: (id|no|nr|number))$|^(linked|usage) account( id)?$/,
  },
  SubAccountName: { strong: /^(?:sub ?account|subscription|project|workspace|abonnement|suscripcion|proyecto|projekt)(?: name)?$/ },
  RegionId: { strong: /^(?:\w+ )?(region|location|standort|ubicacion|emplacement)(?: (id|name|code))?$|^data ?center$/ },
  ResourceId: { strong: /^(resource|instance|ressource|recurso|machine|server|vm)(?: (id|name))?$/ },
  ChargeCategory: {
    strong:
      /^(?:charge |line ?item |record |transaction )?(type|category|kategorie|art|tipo|categoria|categorie)$|^(buchungsart|belegart)$/,
  },
};

/** Does the heading say that this is something else? */
export const speaksAgainst = (key: TargetKey, heading: string): boolean => Boolean(speaks[key].not?.test(wordsOf(heading)));

/** How much a heading speaks for a column of ours: 2 by its name, 1 by a part of it, 0 not at all. */
export function speaksFor(key: TargetKey, heading: string): 0 | 1 | 2 {
  const words = wordsOf(heading);
  const { strong, weak, not } = speaks[key];
  if (words === '' || not?.test(words)) return 0;
  if (strong.test(words)) return 2;
  return weak?.test(words) ? 1 : 0;
}

/** Columns that say who a charge is for, and `tag:team`, `label_env`: kept under their own key. */
export function tagKeyOf(heading: string): string | null {
  const prefixed = /^(?:resource_?)?(?:tags?|labels?)\s*[:./_-]\s*(?:user[:_])?(.+)$/i.exec(heading.trim());
  if (prefixed?.[1]) return prefixed[1].trim();
  const words = wordsOf(heading);
  return /^(team|department|abteilung|departamento|cost ?cent(er|re)|kostenstelle|centro de coste?s?|environment|env|umgebung|entorno|owner|application|app)$/.test(
    words,
  )
    ? words.replace(/ /g, '_')
    : null;
}
