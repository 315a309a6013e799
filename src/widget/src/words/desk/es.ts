import type { DeskWords } from '../../desk-speech.js';

export const es: DeskWords = {
  heading: 'Revisión de documentos', wrongRole: 'Aquí solo trabajan contabilidad, compras y dirección de operaciones. Cierre la sesión y elija uno de esos papeles.', loading: 'Un momento…',
  lay: 'Dejar documentos: PDF, escaneos, XML, EDI o correos (.eml)', state: 'Estado', all: 'Todos', find: 'Archivo, número o proveedor', search: 'Buscar', empty: 'No hay documentos.', noneOfThese: 'No hay ninguno así.',
  documents: 'Documentos', columns: ['Documento', 'Estado', 'Número', 'Proveedor', 'Total', 'Llegada'], before: 'Anterior', after: 'Siguiente', shown: (from, to, of) => `${from}–${to} de ${of}`,
  hereAlready: (file) => `${file} ya está aquí; no se lee dos veces.`, beingRead: (file) => `Se está leyendo ${file}.`, tried: (n) => `Intentado ${n} veces.`, notFilled: 'No se pudieron cargar los documentos.',
  learned: 'Lo aprendido de los proveedores', nothingLearned: 'Nada todavía. Una corrección enseña cuando se confirma su documento.', forget: 'Olvidar', forgetWhat: (field, supplier) => `Olvidar ${field} de ${supplier}`,
  states: { needs_review: 'Por revisar', read: 'Leído', new: 'Leyéndose', failed: 'Ilegible', reviewed: 'Confirmado', rejected: 'Rechazado' },
  types: {
    invoice: 'Factura', credit_note: 'Abono', purchase_order: 'Pedido', order_confirmation: 'Confirmación de pedido', delivery_note: 'Albarán', packing_slip: 'Lista de bultos', bill_of_lading: 'Carta de porte',
    proof_of_delivery: 'Comprobante de entrega', statement: 'Extracto', other: 'Otro',
  },
  allDocuments: '‹ Todos los documentos', file: 'Archivo', answer: 'Respuesta al remitente', nextDocument: 'Siguiente ›', page: 'Página', pageBefore: 'Página anterior', pageAfter: 'Página siguiente', pageOf: (n, of) => `Página ${n} de ${of}`,
  pictureOf: (n) => `Página ${n} del documento`, wordsOf: (n) => `Palabras de la página ${n}`, drawing: (n) => `Dibujando la página ${n}…`, notDrawn: 'No se puede dibujar la página.', notOpened: 'No se pudo abrir el documento.',
  waitsToBeRead: 'Espera a ser leído', notRead: 'No se pudo leer.', type: 'Tipo', checks: 'Comprobaciones', holds: ' se cumple', fails: ' no se cumple', readAs: (what) => `Leído así: ${what}.`,
  confirm: 'Confirmar', confirmDespite: 'Confirmar de todos modos', reject: 'Rechazar', rejectAsk: 'Rechazar…', why: '¿Por qué se rechaza?', back: 'Volver', history: 'Historial', lines: 'Líneas', none: 'Ninguna.', addLine: 'Añadir una línea', line: (n, what) => `Línea ${n}, ${what}`,
  keys: 'Teclas: Intro lleva al siguiente valor dudoso y luego a Confirmar; ↑ ↓ de campo en campo; F2 a la página, donde las flechas van de palabra en palabra, Intro toma una, Mayús+Intro más, Esc vuelve; Ctrl+Intro confirma.',
  was: (before) => `era ${before}`, corrected: 'corregido', notFound: 'no hallado', sure: (percent) => `${percent} % seguro`, reopen: 'Abrir de nuevo', readAgain: 'Leer otra vez', somebody: 'alguien',
  confirmedBy: (who) => `Confirmado por ${who}.`, rejectedBy: (who, why) => `Rechazado por ${who}: ${why}`, toLookAt: (n) => (n === 1 ? '1 valor por mirar.' : `${n} valores por mirar.`), checkFails: 'Falla una comprobación.', clean: 'No hay nada dudoso.',
  notKept: 'No se pudo guardar.', putRight: 'Un valor no se pudo tomar; corríjalo primero.', notDone: 'No se pudo hacer.', done: { confirm: 'Confirmado', reject: 'Rechazado', reopen: 'Abierto de nuevo' }, taught: (what) => `Aprendido: ${what}.`,
  lineColumns: { sku: 'Artículo', description: 'Descripción', quantity: 'Cantidad', unit: 'Unidad', unitPrice: 'Precio', amount: 'Importe' },
  fields: {
    number: 'Número', issueDate: 'Fecha', dueDate: 'Vencimiento', deliveryDate: 'Fecha de entrega', orderReference: 'Pedido', invoiceReference: 'Factura', supplierName: 'Proveedor', supplierVat: 'NIF del proveedor', buyerName: 'Comprador', buyerVat: 'NIF del comprador',
    currency: 'Moneda', netAmount: 'Base imponible', taxAmount: 'IVA', totalAmount: 'Total', iban: 'IBAN', bic: 'BIC', paymentTerms: 'Condiciones de pago', carrier: 'Transportista', trackingNumber: 'Número de seguimiento',
  },
  checkNames: {
    lines_sum_to_net: 'Las líneas suman la base', net_plus_tax_is_total: 'Base e IVA suman el total', taxes_sum_to_tax: 'Los tipos suman el IVA', lines_multiply: 'Cantidad por precio da el importe', dates_in_order: 'Orden de las fechas', iban_valid: 'IBAN válido', line_count_matches: 'Número de líneas',
  },
  belongsTo: 'Corresponde a', comparing: 'Comparando con pedidos y recepciones…', notCompared: 'No se pudo comparar.', mayRepeat: (bill, sure, why) => `Quizá ya registrado como ${bill} (${sure}): ${why}.`, rejectDuplicate: 'Rechazar como duplicado', duplicateOf: (bill) => `Duplicado de ${bill}`,
  differences: 'Diferencias', passes: ' (tolerada)', likely: (cause) => `Probablemente: ${cause}`, waiting: 'Pedidos de clientes que esperan', promised: (day) => ` · prometido para el ${day}`, broken: ' · no se puede cumplir', toDo: 'Qué hacer', propose: 'Proponer', proposeWhat: (what) => `Proponer: ${what}`,
  proposals: 'Propuestas', notProposed: 'No se pudo proponer.',
  form: { not_compared: (why) => `Sin comparar: ${why}.`, noPaper: 'no es un documento de compra', none: 'Ningún pedido encaja.', unclear: 'Pueden ser varios pedidos; alguien debe elegir.', agreesTwice: 'Coincide con el pedido, pero quizá ya llegó antes.', agrees: 'Coincide con el pedido.', differs: (n) => (n === 1 ? '1 diferencia.' : `${n} diferencias.`) },
  letter: 'Mensaje al proveedor', letterHow: 'Un borrador. Léalo, cámbielo y envíelo desde su propio correo.', copy: 'Copiar', copied: 'Copiado',
};
