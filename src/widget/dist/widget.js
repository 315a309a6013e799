// \0rolldown/runtime.js
var e = /* @__PURE__ */ ((e) => typeof require < "u" ? require : typeof Proxy < "u" ? new Proxy(e, { get: (e, t) => (typeof require < "u" ? require : e)[t] }) : e)(function(e) {
	if (typeof require < "u") return require.apply(this, arguments);
	throw Error("Calling `require` for \"" + e + "\" in an environment that doesn't expose the `require` function. See https://rolldown.rs/in-depth/bundling-cjs#require-external-modules for more details.");
}), t = globalThis, n = t.ShadowRoot && (t.ShadyCSS === void 0 || t.ShadyCSS.nativeShadow) && "adoptedStyleSheets" in Document.prototype && "replace" in CSSStyleSheet.prototype, r = Symbol(), i = /* @__PURE__ */ new WeakMap(), a = class {
	constructor(e, t, n) {
		if (this._$cssResult$ = !0, n !== r) throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");
		this.cssText = e, this.t = t;
	}
	get styleSheet() {
		let e = this.o, t = this.t;
		if (n && e === void 0) {
			let n = t !== void 0 && t.length === 1;
			n && (e = i.get(t)), e === void 0 && ((this.o = e = new CSSStyleSheet()).replaceSync(this.cssText), n && i.set(t, e));
		}
		return e;
	}
	toString() {
		return this.cssText;
	}
}, o = (e) => new a(typeof e == "string" ? e : e + "", void 0, r), s = (e, ...t) => new a(e.length === 1 ? e[0] : t.reduce((t, n, r) => t + ((e) => {
	if (!0 === e._$cssResult$) return e.cssText;
	if (typeof e == "number") return e;
	throw Error("Value passed to 'css' function must be a 'css' function result: " + e + ". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.");
})(n) + e[r + 1], e[0]), e, r), c = (e, r) => {
	if (n) e.adoptedStyleSheets = r.map((e) => e instanceof CSSStyleSheet ? e : e.styleSheet);
	else for (let n of r) {
		let r = document.createElement("style"), i = t.litNonce;
		i !== void 0 && r.setAttribute("nonce", i), r.textContent = n.cssText, e.appendChild(r);
	}
}, l = n ? (e) => e : (e) => e instanceof CSSStyleSheet ? ((e) => {
	let t = "";
	for (let n of e.cssRules) t += n.cssText;
	return o(t);
})(e) : e, { is: u, defineProperty: d, getOwnPropertyDescriptor: f, getOwnPropertyNames: p, getOwnPropertySymbols: m, getPrototypeOf: h } = Object, g = globalThis, ee = g.trustedTypes, te = ee ? ee.emptyScript : "", ne = g.reactiveElementPolyfillSupport, _ = (e, t) => e, re = {
	toAttribute(e, t) {
		switch (t) {
			case Boolean:
				e = e ? te : null;
				break;
			case Object:
			case Array: e = e == null ? e : JSON.stringify(e);
		}
		return e;
	},
	fromAttribute(e, t) {
		let n = e;
		switch (t) {
			case Boolean:
				n = e !== null;
				break;
			case Number:
				n = e === null ? null : Number(e);
				break;
			case Object:
			case Array: try {
				n = JSON.parse(e);
			} catch {
				n = null;
			}
		}
		return n;
	}
}, ie = (e, t) => !u(e, t), v = {
	attribute: !0,
	type: String,
	converter: re,
	reflect: !1,
	useDefault: !1,
	hasChanged: ie
};
Symbol.metadata ??= Symbol("metadata"), g.litPropertyMetadata ??= /* @__PURE__ */ new WeakMap();
var y = class extends HTMLElement {
	static addInitializer(e) {
		this._$Ei(), (this.l ??= []).push(e);
	}
	static get observedAttributes() {
		return this.finalize(), this._$Eh && [...this._$Eh.keys()];
	}
	static createProperty(e, t = v) {
		if (t.state && (t.attribute = !1), this._$Ei(), this.prototype.hasOwnProperty(e) && ((t = Object.create(t)).wrapped = !0), this.elementProperties.set(e, t), !t.noAccessor) {
			let n = Symbol(), r = this.getPropertyDescriptor(e, n, t);
			r !== void 0 && d(this.prototype, e, r);
		}
	}
	static getPropertyDescriptor(e, t, n) {
		let { get: r, set: i } = f(this.prototype, e) ?? {
			get() {
				return this[t];
			},
			set(e) {
				this[t] = e;
			}
		};
		return {
			get: r,
			set(t) {
				let a = r?.call(this);
				i?.call(this, t), this.requestUpdate(e, a, n);
			},
			configurable: !0,
			enumerable: !0
		};
	}
	static getPropertyOptions(e) {
		return this.elementProperties.get(e) ?? v;
	}
	static _$Ei() {
		if (this.hasOwnProperty(_("elementProperties"))) return;
		let e = h(this);
		e.finalize(), e.l !== void 0 && (this.l = [...e.l]), this.elementProperties = new Map(e.elementProperties);
	}
	static finalize() {
		if (this.hasOwnProperty(_("finalized"))) return;
		if (this.finalized = !0, this._$Ei(), this.hasOwnProperty(_("properties"))) {
			let e = this.properties, t = [...p(e), ...m(e)];
			for (let n of t) this.createProperty(n, e[n]);
		}
		let e = this[Symbol.metadata];
		if (e !== null) {
			let t = litPropertyMetadata.get(e);
			if (t !== void 0) for (let [e, n] of t) this.elementProperties.set(e, n);
		}
		this._$Eh = /* @__PURE__ */ new Map();
		for (let [e, t] of this.elementProperties) {
			let n = this._$Eu(e, t);
			n !== void 0 && this._$Eh.set(n, e);
		}
		this.elementStyles = this.finalizeStyles(this.styles);
	}
	static finalizeStyles(e) {
		let t = [];
		if (Array.isArray(e)) {
			let n = new Set(e.flat(1 / 0).reverse());
			for (let e of n) t.unshift(l(e));
		} else e !== void 0 && t.push(l(e));
		return t;
	}
	static _$Eu(e, t) {
		let n = t.attribute;
		return !1 === n ? void 0 : typeof n == "string" ? n : typeof e == "string" ? e.toLowerCase() : void 0;
	}
	constructor() {
		super(), this._$Ep = void 0, this.isUpdatePending = !1, this.hasUpdated = !1, this._$Em = null, this._$Ev();
	}
	_$Ev() {
		this._$ES = new Promise((e) => this.enableUpdating = e), this._$AL = /* @__PURE__ */ new Map(), this._$E_(), this.requestUpdate(), this.constructor.l?.forEach((e) => e(this));
	}
	addController(e) {
		(this._$EO ??= /* @__PURE__ */ new Set()).add(e), this.renderRoot !== void 0 && this.isConnected && e.hostConnected?.();
	}
	removeController(e) {
		this._$EO?.delete(e);
	}
	_$E_() {
		let e = /* @__PURE__ */ new Map(), t = this.constructor.elementProperties;
		for (let n of t.keys()) this.hasOwnProperty(n) && (e.set(n, this[n]), delete this[n]);
		e.size > 0 && (this._$Ep = e);
	}
	createRenderRoot() {
		let e = this.shadowRoot ?? this.attachShadow(this.constructor.shadowRootOptions);
		return c(e, this.constructor.elementStyles), e;
	}
	connectedCallback() {
		this.renderRoot ??= this.createRenderRoot(), this.enableUpdating(!0), this._$EO?.forEach((e) => e.hostConnected?.());
	}
	enableUpdating(e) {}
	disconnectedCallback() {
		this._$EO?.forEach((e) => e.hostDisconnected?.());
	}
	attributeChangedCallback(e, t, n) {
		this._$AK(e, n);
	}
	_$ET(e, t) {
		let n = this.constructor.elementProperties.get(e), r = this.constructor._$Eu(e, n);
		if (r !== void 0 && !0 === n.reflect) {
			let i = (n.converter?.toAttribute === void 0 ? re : n.converter).toAttribute(t, n.type);
			this._$Em = e, i == null ? this.removeAttribute(r) : this.setAttribute(r, i), this._$Em = null;
		}
	}
	_$AK(e, t) {
		let n = this.constructor, r = n._$Eh.get(e);
		if (r !== void 0 && this._$Em !== r) {
			let e = n.getPropertyOptions(r), i = typeof e.converter == "function" ? { fromAttribute: e.converter } : e.converter?.fromAttribute === void 0 ? re : e.converter;
			this._$Em = r;
			let a = i.fromAttribute(t, e.type);
			this[r] = a ?? this._$Ej?.get(r) ?? a, this._$Em = null;
		}
	}
	requestUpdate(e, t, n, r = !1, i) {
		if (e !== void 0) {
			let a = this.constructor;
			if (!1 === r && (i = this[e]), n ??= a.getPropertyOptions(e), !((n.hasChanged ?? ie)(i, t) || n.useDefault && n.reflect && i === this._$Ej?.get(e) && !this.hasAttribute(a._$Eu(e, n)))) return;
			this.C(e, t, n);
		}
		!1 === this.isUpdatePending && (this._$ES = this._$EP());
	}
	C(e, t, { useDefault: n, reflect: r, wrapped: i }, a) {
		n && !(this._$Ej ??= /* @__PURE__ */ new Map()).has(e) && (this._$Ej.set(e, a ?? t ?? this[e]), !0 !== i || a !== void 0) || (this._$AL.has(e) || (this.hasUpdated || n || (t = void 0), this._$AL.set(e, t)), !0 === r && this._$Em !== e && (this._$Eq ??= /* @__PURE__ */ new Set()).add(e));
	}
	async _$EP() {
		this.isUpdatePending = !0;
		try {
			await this._$ES;
		} catch (e) {
			Promise.reject(e);
		}
		let e = this.scheduleUpdate();
		return e != null && await e, !this.isUpdatePending;
	}
	scheduleUpdate() {
		return this.performUpdate();
	}
	performUpdate() {
		if (!this.isUpdatePending) return;
		if (!this.hasUpdated) {
			if (this.renderRoot ??= this.createRenderRoot(), this._$Ep) {
				for (let [e, t] of this._$Ep) this[e] = t;
				this._$Ep = void 0;
			}
			let e = this.constructor.elementProperties;
			if (e.size > 0) for (let [t, n] of e) {
				let { wrapped: e } = n, r = this[t];
				!0 !== e || this._$AL.has(t) || r === void 0 || this.C(t, void 0, n, r);
			}
		}
		let e = !1, t = this._$AL;
		try {
			e = this.shouldUpdate(t), e ? (this.willUpdate(t), this._$EO?.forEach((e) => e.hostUpdate?.()), this.update(t)) : this._$EM();
		} catch (t) {
			throw e = !1, this._$EM(), t;
		}
		e && this._$AE(t);
	}
	willUpdate(e) {}
	_$AE(e) {
		this._$EO?.forEach((e) => e.hostUpdated?.()), this.hasUpdated || (this.hasUpdated = !0, this.firstUpdated(e)), this.updated(e);
	}
	_$EM() {
		this._$AL = /* @__PURE__ */ new Map(), this.isUpdatePending = !1;
	}
	get updateComplete() {
		return this.getUpdateComplete();
	}
	getUpdateComplete() {
		return this._$ES;
	}
	shouldUpdate(e) {
		return !0;
	}
	update(e) {
		this._$Eq &&= this._$Eq.forEach((e) => this._$ET(e, this[e])), this._$EM();
	}
	updated(e) {}
	firstUpdated(e) {}
};
y.elementStyles = [], y.shadowRootOptions = { mode: "open" }, y[_("elementProperties")] = /* @__PURE__ */ new Map(), y[_("finalized")] = /* @__PURE__ */ new Map(), ne?.({ ReactiveElement: y }), (g.reactiveElementVersions ??= []).push("2.1.2");
// node_modules/lit-html/lit-html.js
var ae = globalThis, oe = (e) => e, b = ae.trustedTypes, se = b ? b.createPolicy("lit-html", { createHTML: (e) => e }) : void 0, ce = "$lit$", le = `lit$${Math.random().toFixed(9).slice(2)}$`, ue = "?" + le, de = `<${ue}>`, x = document, fe = () => x.createComment(""), pe = (e) => e === null || typeof e != "object" && typeof e != "function", me = Array.isArray, he = (e) => me(e) || typeof e?.[Symbol.iterator] == "function", ge = "[ 	\n\f\r]", _e = /<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g, ve = /-->/g, ye = />/g, be = RegExp(`>|${ge}(?:([^\\s"'>=/]+)(${ge}*=${ge}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`, "g"), S = /'/g, xe = /"/g, Se = /^(?:script|style|textarea|title)$/i, C = ((e) => (t, ...n) => ({
	_$litType$: e,
	strings: t,
	values: n
}))(1), Ce = Symbol.for("lit-noChange"), w = Symbol.for("lit-nothing"), we = /* @__PURE__ */ new WeakMap(), Te = x.createTreeWalker(x, 129);
function Ee(e, t) {
	if (!me(e) || !e.hasOwnProperty("raw")) throw Error("invalid template strings array");
	return se === void 0 ? t : se.createHTML(t);
}
var De = (e, t) => {
	let n = e.length - 1, r = [], i, a = t === 2 ? "<svg>" : t === 3 ? "<math>" : "", o = _e;
	for (let t = 0; t < n; t++) {
		let n = e[t], s, c, l = -1, u = 0;
		for (; u < n.length && (o.lastIndex = u, c = o.exec(n), c !== null);) u = o.lastIndex, o === _e ? c[1] === "!--" ? o = ve : c[1] === void 0 ? c[2] === void 0 ? c[3] !== void 0 && (o = be) : (Se.test(c[2]) && (i = RegExp("</" + c[2], "g")), o = be) : o = ye : o === be ? c[0] === ">" ? (o = i ?? _e, l = -1) : c[1] === void 0 ? l = -2 : (l = o.lastIndex - c[2].length, s = c[1], o = c[3] === void 0 ? be : c[3] === "\"" ? xe : S) : o === xe || o === S ? o = be : o === ve || o === ye ? o = _e : (o = be, i = void 0);
		let d = o === be && e[t + 1].startsWith("/>") ? " " : "";
		a += o === _e ? n + de : l >= 0 ? (r.push(s), n.slice(0, l) + ce + n.slice(l) + le + d) : n + le + (l === -2 ? t : d);
	}
	return [Ee(e, a + (e[n] || "<?>") + (t === 2 ? "</svg>" : t === 3 ? "</math>" : "")), r];
}, T = class e {
	constructor({ strings: t, _$litType$: n }, r) {
		let i;
		this.parts = [];
		let a = 0, o = 0, s = t.length - 1, c = this.parts, [l, u] = De(t, n);
		if (this.el = e.createElement(l, r), Te.currentNode = this.el.content, n === 2 || n === 3) {
			let e = this.el.content.firstChild;
			e.replaceWith(...e.childNodes);
		}
		for (; (i = Te.nextNode()) !== null && c.length < s;) {
			if (i.nodeType === 1) {
				if (i.hasAttributes()) for (let e of i.getAttributeNames()) if (e.endsWith(ce)) {
					let t = u[o++], n = i.getAttribute(e).split(le), r = /([.?@])?(.*)/.exec(t);
					c.push({
						type: 1,
						index: a,
						name: r[2],
						strings: n,
						ctor: r[1] === "." ? Ae : r[1] === "?" ? je : r[1] === "@" ? Me : D
					}), i.removeAttribute(e);
				} else e.startsWith(le) && (c.push({
					type: 6,
					index: a
				}), i.removeAttribute(e));
				if (Se.test(i.tagName)) {
					let e = i.textContent.split(le), t = e.length - 1;
					if (t > 0) {
						i.textContent = b ? b.emptyScript : "";
						for (let n = 0; n < t; n++) i.append(e[n], fe()), Te.nextNode(), c.push({
							type: 2,
							index: ++a
						});
						i.append(e[t], fe());
					}
				}
			} else if (i.nodeType === 8) {
				if (i.data === ue) c.push({
					type: 2,
					index: a
				});
				else {
					let e = -1;
					for (; (e = i.data.indexOf(le, e + 1)) !== -1;) c.push({
						type: 7,
						index: a
					}), e += le.length - 1;
				}
			}
			a++;
		}
	}
	static createElement(e, t) {
		let n = x.createElement("template");
		return n.innerHTML = e, n;
	}
};
function Oe(e, t, n = e, r) {
	if (t === Ce) return t;
	let i = r === void 0 ? n._$Cl : n._$Co?.[r], a = pe(t) ? void 0 : t._$litDirective$;
	return i?.constructor !== a && (i?._$AO?.(!1), a === void 0 ? i = void 0 : (i = new a(e), i._$AT(e, n, r)), r === void 0 ? n._$Cl = i : (n._$Co ??= [])[r] = i), i !== void 0 && (t = Oe(e, i._$AS(e, t.values), i, r)), t;
}
var E = class {
	constructor(e, t) {
		this._$AV = [], this._$AN = void 0, this._$AD = e, this._$AM = t;
	}
	get parentNode() {
		return this._$AM.parentNode;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	u(e) {
		let { el: { content: t }, parts: n } = this._$AD, r = (e?.creationScope ?? x).importNode(t, !0);
		Te.currentNode = r;
		let i = Te.nextNode(), a = 0, o = 0, s = n[0];
		for (; s !== void 0;) {
			if (a === s.index) {
				let t;
				s.type === 2 ? t = new ke(i, i.nextSibling, this, e) : s.type === 1 ? t = new s.ctor(i, s.name, s.strings, this, e) : s.type === 6 && (t = new Ne(i, this, e)), this._$AV.push(t), s = n[++o];
			}
			a !== s?.index && (i = Te.nextNode(), a++);
		}
		return Te.currentNode = x, r;
	}
	p(e) {
		let t = 0;
		for (let n of this._$AV) n !== void 0 && (n.strings === void 0 ? n._$AI(e[t]) : (n._$AI(e, n, t), t += n.strings.length - 2)), t++;
	}
}, ke = class e {
	get _$AU() {
		return this._$AM?._$AU ?? this._$Cv;
	}
	constructor(e, t, n, r) {
		this.type = 2, this._$AH = w, this._$AN = void 0, this._$AA = e, this._$AB = t, this._$AM = n, this.options = r, this._$Cv = r?.isConnected ?? !0;
	}
	get parentNode() {
		let e = this._$AA.parentNode, t = this._$AM;
		return t !== void 0 && e?.nodeType === 11 && (e = t.parentNode), e;
	}
	get startNode() {
		return this._$AA;
	}
	get endNode() {
		return this._$AB;
	}
	_$AI(e, t = this) {
		e = Oe(this, e, t), pe(e) ? e === w || e == null || e === "" ? (this._$AH !== w && this._$AR(), this._$AH = w) : e !== this._$AH && e !== Ce && this._(e) : e._$litType$ === void 0 ? e.nodeType === void 0 ? he(e) ? this.k(e) : this._(e) : this.T(e) : this.$(e);
	}
	O(e) {
		return this._$AA.parentNode.insertBefore(e, this._$AB);
	}
	T(e) {
		this._$AH !== e && (this._$AR(), this._$AH = this.O(e));
	}
	_(e) {
		this._$AH !== w && pe(this._$AH) ? this._$AA.nextSibling.data = e : this.T(x.createTextNode(e)), this._$AH = e;
	}
	$(e) {
		let { values: t, _$litType$: n } = e, r = typeof n == "number" ? this._$AC(e) : (n.el === void 0 && (n.el = T.createElement(Ee(n.h, n.h[0]), this.options)), n);
		if (this._$AH?._$AD === r) this._$AH.p(t);
		else {
			let e = new E(r, this), n = e.u(this.options);
			e.p(t), this.T(n), this._$AH = e;
		}
	}
	_$AC(e) {
		let t = we.get(e.strings);
		return t === void 0 && we.set(e.strings, t = new T(e)), t;
	}
	k(t) {
		me(this._$AH) || (this._$AH = [], this._$AR());
		let n = this._$AH, r, i = 0;
		for (let a of t) i === n.length ? n.push(r = new e(this.O(fe()), this.O(fe()), this, this.options)) : r = n[i], r._$AI(a), i++;
		i < n.length && (this._$AR(r && r._$AB.nextSibling, i), n.length = i);
	}
	_$AR(e = this._$AA.nextSibling, t) {
		for (this._$AP?.(!1, !0, t); e !== this._$AB;) {
			let t = oe(e).nextSibling;
			oe(e).remove(), e = t;
		}
	}
	setConnected(e) {
		this._$AM === void 0 && (this._$Cv = e, this._$AP?.(e));
	}
}, D = class {
	get tagName() {
		return this.element.tagName;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	constructor(e, t, n, r, i) {
		this.type = 1, this._$AH = w, this._$AN = void 0, this.element = e, this.name = t, this._$AM = r, this.options = i, n.length > 2 || n[0] !== "" || n[1] !== "" ? (this._$AH = Array(n.length - 1).fill(/* @__PURE__ */ new String()), this.strings = n) : this._$AH = w;
	}
	_$AI(e, t = this, n, r) {
		let i = this.strings, a = !1;
		if (i === void 0) e = Oe(this, e, t, 0), a = !pe(e) || e !== this._$AH && e !== Ce, a && (this._$AH = e);
		else {
			let r = e, o, s;
			for (e = i[0], o = 0; o < i.length - 1; o++) s = Oe(this, r[n + o], t, o), s === Ce && (s = this._$AH[o]), a ||= !pe(s) || s !== this._$AH[o], s === w ? e = w : e !== w && (e += (s ?? "") + i[o + 1]), this._$AH[o] = s;
		}
		a && !r && this.j(e);
	}
	j(e) {
		e === w ? this.element.removeAttribute(this.name) : this.element.setAttribute(this.name, e ?? "");
	}
}, Ae = class extends D {
	constructor() {
		super(...arguments), this.type = 3;
	}
	j(e) {
		this.element[this.name] = e === w ? void 0 : e;
	}
}, je = class extends D {
	constructor() {
		super(...arguments), this.type = 4;
	}
	j(e) {
		this.element.toggleAttribute(this.name, !!e && e !== w);
	}
}, Me = class extends D {
	constructor(e, t, n, r, i) {
		super(e, t, n, r, i), this.type = 5;
	}
	_$AI(e, t = this) {
		if ((e = Oe(this, e, t, 0) ?? w) === Ce) return;
		let n = this._$AH, r = e === w && n !== w || e.capture !== n.capture || e.once !== n.once || e.passive !== n.passive, i = e !== w && (n === w || r);
		r && this.element.removeEventListener(this.name, this, n), i && this.element.addEventListener(this.name, this, e), this._$AH = e;
	}
	handleEvent(e) {
		typeof this._$AH == "function" ? this._$AH.call(this.options?.host ?? this.element, e) : this._$AH.handleEvent(e);
	}
}, Ne = class {
	constructor(e, t, n) {
		this.element = e, this.type = 6, this._$AN = void 0, this._$AM = t, this.options = n;
	}
	get _$AU() {
		return this._$AM._$AU;
	}
	_$AI(e) {
		Oe(this, e);
	}
}, Pe = {
	M: ce,
	P: le,
	A: ue,
	C: 1,
	L: De,
	R: E,
	D: he,
	V: Oe,
	I: ke,
	H: D,
	N: je,
	U: Me,
	B: Ae,
	F: Ne
}, Fe = ae.litHtmlPolyfillSupport;
Fe?.(T, ke), (ae.litHtmlVersions ??= []).push("3.3.3");
var Ie = (e, t, n) => {
	let r = n?.renderBefore ?? t, i = r._$litPart$;
	if (i === void 0) {
		let e = n?.renderBefore ?? null;
		r._$litPart$ = i = new ke(t.insertBefore(fe(), e), e, void 0, n ?? {});
	}
	return i._$AI(e), i;
}, O = globalThis, k = class extends y {
	constructor() {
		super(...arguments), this.renderOptions = { host: this }, this._$Do = void 0;
	}
	createRenderRoot() {
		let e = super.createRenderRoot();
		return this.renderOptions.renderBefore ??= e.firstChild, e;
	}
	update(e) {
		let t = this.render();
		this.hasUpdated || (this.renderOptions.isConnected = this.isConnected), super.update(e), this._$Do = Ie(t, this.renderRoot, this.renderOptions);
	}
	connectedCallback() {
		super.connectedCallback(), this._$Do?.setConnected(!0);
	}
	disconnectedCallback() {
		super.disconnectedCallback(), this._$Do?.setConnected(!1);
	}
	render() {
		return Ce;
	}
};
k._$litElement$ = !0, k.finalized = !0, O.litElementHydrateSupport?.({ LitElement: k });
var Le = O.litElementPolyfillSupport;
Le?.({ LitElement: k }), (O.litElementVersions ??= []).push("4.2.2");
// node_modules/lit-html/directive.js
var Re = {
	ATTRIBUTE: 1,
	CHILD: 2,
	PROPERTY: 3,
	BOOLEAN_ATTRIBUTE: 4,
	EVENT: 5,
	ELEMENT: 6
}, ze = (e) => (...t) => ({
	_$litDirective$: e,
	values: t
}), Be = class {
	constructor(e) {}
	get _$AU() {
		return this._$AM._$AU;
	}
	_$AT(e, t, n) {
		this._$Ct = e, this._$AM = t, this._$Ci = n;
	}
	_$AS(e, t) {
		return this.update(e, t);
	}
	update(e, t) {
		return this.render(...t);
	}
}, { I: Ve } = Pe, He = (e) => e, Ue = () => document.createComment(""), We = (e, t, n) => {
	let r = e._$AA.parentNode, i = t === void 0 ? e._$AB : t._$AA;
	if (n === void 0) n = new Ve(r.insertBefore(Ue(), i), r.insertBefore(Ue(), i), e, e.options);
	else {
		let t = n._$AB.nextSibling, a = n._$AM, o = a !== e;
		if (o) {
			let t;
			n._$AQ?.(e), n._$AM = e, n._$AP !== void 0 && (t = e._$AU) !== a._$AU && n._$AP(t);
		}
		if (t !== i || o) {
			let e = n._$AA;
			for (; e !== t;) {
				let t = He(e).nextSibling;
				He(r).insertBefore(e, i), e = t;
			}
		}
	}
	return n;
}, Ge = (e, t, n = e) => (e._$AI(t, n), e), Ke = {}, qe = (e, t = Ke) => e._$AH = t, Je = (e) => e._$AH, Ye = (e) => {
	e._$AR(), e._$AA.remove();
}, Xe = (e, t, n) => {
	let r = /* @__PURE__ */ new Map();
	for (let i = t; i <= n; i++) r.set(e[i], i);
	return r;
}, Ze = ze(class extends Be {
	constructor(e) {
		if (super(e), e.type !== Re.CHILD) throw Error("repeat() can only be used in text expressions");
	}
	dt(e, t, n) {
		let r;
		n === void 0 ? n = t : t !== void 0 && (r = t);
		let i = [], a = [], o = 0;
		for (let t of e) i[o] = r ? r(t, o) : o, a[o] = n(t, o), o++;
		return {
			values: a,
			keys: i
		};
	}
	render(e, t, n) {
		return this.dt(e, t, n).values;
	}
	update(e, [t, n, r]) {
		let i = Je(e), { values: a, keys: o } = this.dt(t, n, r);
		if (!Array.isArray(i)) return this.ut = o, a;
		let s = this.ut ??= [], c = [], l, u, d = 0, f = i.length - 1, p = 0, m = a.length - 1;
		for (; d <= f && p <= m;) if (i[d] === null) d++;
		else if (i[f] === null) f--;
		else if (s[d] === o[p]) c[p] = Ge(i[d], a[p]), d++, p++;
		else if (s[f] === o[m]) c[m] = Ge(i[f], a[m]), f--, m--;
		else if (s[d] === o[m]) c[m] = Ge(i[d], a[m]), We(e, c[m + 1], i[d]), d++, m--;
		else if (s[f] === o[p]) c[p] = Ge(i[f], a[p]), We(e, i[d], i[f]), f--, p++;
		else if (l === void 0 && (l = Xe(o, p, m), u = Xe(s, d, f)), l.has(s[d])) {
			if (l.has(s[f])) {
				let t = u.get(o[p]), n = t === void 0 ? null : i[t];
				if (n === null) {
					let t = We(e, i[d]);
					Ge(t, a[p]), c[p] = t;
				} else c[p] = Ge(n, a[p]), We(e, i[d], n), i[t] = null;
				p++;
			} else Ye(i[f]), f--;
		} else Ye(i[d]), d++;
		for (; p <= m;) {
			let t = We(e, c[m + 1]);
			Ge(t, a[p]), c[p++] = t;
		}
		for (; d <= f;) {
			let e = i[d++];
			e !== null && Ye(e);
		}
		return this.ut = o, qe(e, c), Ce;
	}
}), Qe = 0, $e = "Stopped.", et = (e) => ({
	key: `x${++Qe}`,
	question: e,
	running: !0,
	status: "Reading the question…",
	answer: "",
	sources: [],
	cards: [],
	turn: null,
	problem: "",
	rating: null
}), tt = (e, t) => {
	switch (t.type) {
		case "status":
			e.status = t.text;
			break;
		case "token":
			e.answer += t.text;
			break;
		case "source":
			e.sources = [...e.sources.filter((e) => e.id !== t.source.id), t.source];
			break;
		case "card":
			e.cards = [...e.cards, t.card];
			break;
		case "turn": e.turn = t.turn, e.answer = t.turn.answer, e.sources = t.turn.sources, e.cards = t.turn.cards, e.running = !1;
	}
}, nt = (e) => {
	e.running = !1, e.turn || (e.problem = $e);
}, rt = (e, t) => {
	e.running = !1, e.problem = t;
}, it = [
	{
		id: "sales-rep",
		title: "Sales representative",
		about: "Own customers, orders and stock.",
		suggestions: [
			"Which of my orders are at risk of missing their promised ship date this week, and why?",
			"Give me a summary of Nordlicht before my call",
			"How many nitrile gloves large are free in Lyon?"
		]
	},
	{
		id: "warehouse-supervisor",
		title: "Warehouse supervisor",
		about: "Transfers, stock and receipts.",
		suggestions: [
			"Which receipts are late, and which orders wait for them?",
			"What do I do when a bin is empty during picking?",
			"Which lots of epoxy adhesive expire first?"
		]
	},
	{
		id: "service-agent",
		title: "Service agent",
		about: "Tickets, orders and deliveries.",
		suggestions: [
			"What is the status of the open orders of Brackwater Marine?",
			"How long may a customer take to return goods?",
			"Within what time must transport damage be reported?"
		]
	},
	{
		id: "purchaser",
		title: "Purchaser",
		about: "Purchase orders, suppliers and stock.",
		suggestions: [
			"Which receipts are late?",
			"What penalty does Delta Chem pay for late deliveries?",
			"What could replace GLV-NIT-L?"
		]
	},
	{
		id: "accountant",
		title: "Accountant",
		about: "Invoices, payments and credit.",
		suggestions: [
			"Which invoices are overdue, and by how much?",
			"Who may release a credit hold?",
			"What does Dorne Industries owe us?"
		]
	},
	{
		id: "operations-manager",
		title: "Operations manager",
		about: "All departments of both companies.",
		suggestions: [
			"Which orders are at risk of missing their promised ship date this week, and why?",
			"Which receipts are late and who is affected?",
			"Give me a summary of Aurélia Santé"
		]
	},
	{
		id: "auditor",
		title: "Auditor",
		about: "Documents and the audit trail.",
		suggestions: [
			"What is our returns policy?",
			"Who decides about pricing exceptions?",
			"When does a stocktake happen?"
		]
	}
], at = (e) => it.find((t) => t.id === e), A = class extends Error {
	constructor(e, t) {
		let n = new.target.prototype;
		super(`${e}: Status code '${t}'`), this.statusCode = t, this.__proto__ = n;
	}
}, ot = class extends Error {
	constructor(e = "A timeout occurred.") {
		let t = new.target.prototype;
		super(e), this.__proto__ = t;
	}
}, j = class extends Error {
	constructor(e = "An abort occurred.") {
		let t = new.target.prototype;
		super(e), this.__proto__ = t;
	}
}, st = class extends Error {
	constructor(e, t) {
		let n = new.target.prototype;
		super(e), this.transport = t, this.errorType = "UnsupportedTransportError", this.__proto__ = n;
	}
}, ct = class extends Error {
	constructor(e, t) {
		let n = new.target.prototype;
		super(e), this.transport = t, this.errorType = "DisabledTransportError", this.__proto__ = n;
	}
}, lt = class extends Error {
	constructor(e, t) {
		let n = new.target.prototype;
		super(e), this.transport = t, this.errorType = "FailedToStartTransportError", this.__proto__ = n;
	}
}, ut = class extends Error {
	constructor(e) {
		let t = new.target.prototype;
		super(e), this.errorType = "FailedToNegotiateWithServerError", this.__proto__ = t;
	}
}, dt = class extends Error {
	constructor(e, t) {
		let n = new.target.prototype;
		super(e), this.innerErrors = t, this.__proto__ = n;
	}
}, ft = class {
	constructor(e, t, n) {
		this.statusCode = e, this.statusText = t, this.content = n;
	}
}, pt = class {
	get(e, t) {
		return this.send({
			...t,
			method: "GET",
			url: e
		});
	}
	post(e, t) {
		return this.send({
			...t,
			method: "POST",
			url: e
		});
	}
	delete(e, t) {
		return this.send({
			...t,
			method: "DELETE",
			url: e
		});
	}
	getCookieString(e) {
		return "";
	}
}, M;
(function(e) {
	e[e.Trace = 0] = "Trace", e[e.Debug = 1] = "Debug", e[e.Information = 2] = "Information", e[e.Warning = 3] = "Warning", e[e.Error = 4] = "Error", e[e.Critical = 5] = "Critical", e[e.None = 6] = "None";
})(M ||= {});
// node_modules/@microsoft/signalr/dist/esm/Loggers.js
var mt = class {
	constructor() {}
	log(e, t) {}
};
mt.instance = new mt();
// node_modules/@microsoft/signalr/dist/esm/pkg-version.js
var ht = "10.0.11", N = class {
	static isRequired(e, t) {
		if (e == null) throw Error(`The '${t}' argument is required.`);
	}
	static isNotEmpty(e, t) {
		if (!e || e.match(/^\s*$/)) throw Error(`The '${t}' argument should not be empty.`);
	}
	static isIn(e, t, n) {
		if (!(e in t)) throw Error(`Unknown ${n} value: ${e}.`);
	}
}, P = class e {
	static get isBrowser() {
		return !e.isNode && typeof window == "object" && typeof window.document == "object";
	}
	static get isWebWorker() {
		return !e.isNode && typeof self == "object" && "importScripts" in self;
	}
	static get isReactNative() {
		return !e.isNode && typeof window == "object" && window.document === void 0;
	}
	static get isNode() {
		return typeof process < "u" && process.release && process.release.name === "node";
	}
};
function gt(e, t) {
	let n = "";
	return vt(e) ? (n = `Binary data of length ${e.byteLength}`, t && (n += `. Content: '${_t(e)}'`)) : typeof e == "string" && (n = `String data of length ${e.length}`, t && (n += `. Content: '${e}'`)), n;
}
function _t(e) {
	let t = new Uint8Array(e), n = "";
	return t.forEach((e) => {
		n += `0x${e < 16 ? "0" : ""}${e.toString(16)} `;
	}), n.substring(0, n.length - 1);
}
function vt(e) {
	return e && typeof ArrayBuffer < "u" && (e instanceof ArrayBuffer || e.constructor && e.constructor.name === "ArrayBuffer");
}
async function yt(e, t, n, r, i, a) {
	let o = {}, [s, c] = Ct();
	o[s] = c, e.log(M.Trace, `(${t} transport) sending data. ${gt(i, a.logMessageContent)}.`);
	let l = vt(i) ? "arraybuffer" : "text", u = await n.post(r, {
		content: i,
		headers: {
			...o,
			...a.headers
		},
		responseType: l,
		timeout: a.timeout,
		withCredentials: a.withCredentials
	});
	e.log(M.Trace, `(${t} transport) request complete. Response status: ${u.statusCode}.`);
}
function bt(e) {
	return e === void 0 ? new St(M.Information) : e === null ? mt.instance : e.log === void 0 ? new St(e) : e;
}
var xt = class {
	constructor(e, t) {
		this._subject = e, this._observer = t;
	}
	dispose() {
		let e = this._subject.observers.indexOf(this._observer);
		e > -1 && this._subject.observers.splice(e, 1), this._subject.observers.length === 0 && this._subject.cancelCallback && this._subject.cancelCallback().catch((e) => {});
	}
}, St = class {
	constructor(e) {
		this._minLevel = e, this.out = console;
	}
	log(e, t) {
		if (e >= this._minLevel) {
			let n = `[${(/* @__PURE__ */ new Date()).toISOString()}] ${M[e]}: ${t}`;
			switch (e) {
				case M.Critical:
				case M.Error:
					this.out.error(n);
					break;
				case M.Warning:
					this.out.warn(n);
					break;
				case M.Information:
					this.out.info(n);
					break;
				default: this.out.log(n);
			}
		}
	}
};
function Ct() {
	let e = "X-SignalR-User-Agent";
	return P.isNode && (e = "User-Agent"), [e, wt(ht, Tt(), Dt(), Et())];
}
function wt(e, t, n, r) {
	let i = "Microsoft SignalR/", a = e.split(".");
	return i += `${a[0]}.${a[1]}`, i += ` (${e}; `, i += t && t !== "" ? `${t}; ` : "Unknown OS; ", i += `${n}`, i += r ? `; ${r}` : "; Unknown Runtime Version", i += ")", i;
}
/*#__PURE__*/ function Tt() {
	if (P.isNode) switch (process.platform) {
		case "win32": return "Windows NT";
		case "darwin": return "macOS";
		case "linux": return "Linux";
		default: return process.platform;
	}
	else return "";
}
/*#__PURE__*/ function Et() {
	if (P.isNode) return process.versions.node;
}
function Dt() {
	return P.isNode ? "NodeJS" : "Browser";
}
function Ot(e) {
	return e.stack ? e.stack : e.message ? e.message : `${e}`;
}
function kt() {
	if (typeof globalThis < "u") return globalThis;
	if (typeof self < "u") return self;
	if (typeof window < "u") return window;
	if (typeof global < "u") return global;
	throw Error("could not find global");
}
// node_modules/@microsoft/signalr/dist/esm/FetchHttpClient.js
var At = class extends pt {
	constructor(t) {
		if (super(), this._logger = t, typeof fetch > "u" || P.isNode) {
			let t = typeof __webpack_require__ == "function" ? __non_webpack_require__ : e;
			this._jar = new (t("tough-cookie")).CookieJar(), this._fetchType = typeof fetch > "u" ? t("node-fetch") : fetch, this._fetchType = t("fetch-cookie")(this._fetchType, this._jar);
		} else this._fetchType = fetch.bind(kt());
		if (typeof AbortController > "u") {
			let t = typeof __webpack_require__ == "function" ? __non_webpack_require__ : e;
			this._abortControllerType = t("abort-controller");
		} else this._abortControllerType = AbortController;
	}
	async send(e) {
		if (e.abortSignal && e.abortSignal.aborted) throw new j();
		if (!e.method) throw Error("No method defined.");
		if (!e.url) throw Error("No url defined.");
		let t = new this._abortControllerType(), n;
		e.abortSignal && (e.abortSignal.onabort = () => {
			t.abort(), n = new j();
		});
		let r = null;
		if (e.timeout) {
			let i = e.timeout;
			r = setTimeout(() => {
				t.abort(), this._logger.log(M.Warning, "Timeout from HTTP request."), n = new ot();
			}, i);
		}
		e.content === "" && (e.content = void 0), e.content && (e.headers = e.headers || {}, vt(e.content) ? e.headers["Content-Type"] = "application/octet-stream" : e.headers["Content-Type"] = "text/plain;charset=UTF-8");
		let i;
		try {
			i = await this._fetchType(e.url, {
				body: e.content,
				cache: "no-cache",
				credentials: e.withCredentials === !0 ? "include" : "same-origin",
				headers: {
					"X-Requested-With": "XMLHttpRequest",
					...e.headers
				},
				method: e.method,
				mode: "cors",
				redirect: "follow",
				signal: t.signal
			});
		} catch (e) {
			throw n || (this._logger.log(M.Warning, `Error from HTTP request. ${e}.`), e);
		} finally {
			r && clearTimeout(r), e.abortSignal && (e.abortSignal.onabort = null);
		}
		if (!i.ok) throw new A(await jt(i, "text") || i.statusText, i.status);
		let a = await jt(i, e.responseType);
		return new ft(i.status, i.statusText, a);
	}
	getCookieString(e) {
		let t = "";
		return P.isNode && this._jar && this._jar.getCookies(e, (e, n) => t = n.join("; ")), t;
	}
};
function jt(e, t) {
	let n;
	switch (t) {
		case "arraybuffer":
			n = e.arrayBuffer();
			break;
		case "text":
			n = e.text();
			break;
		case "blob":
		case "document":
		case "json": throw Error(`${t} is not supported.`);
		default: n = e.text();
	}
	return n;
}
// node_modules/@microsoft/signalr/dist/esm/XhrHttpClient.js
var Mt = class extends pt {
	constructor(e) {
		super(), this._logger = e;
	}
	send(e) {
		return e.abortSignal && e.abortSignal.aborted ? Promise.reject(new j()) : e.method ? e.url ? new Promise((t, n) => {
			let r = new XMLHttpRequest();
			r.open(e.method, e.url, !0), r.withCredentials = e.withCredentials === void 0 || e.withCredentials, r.setRequestHeader("X-Requested-With", "XMLHttpRequest"), e.content === "" && (e.content = void 0), e.content && (vt(e.content) ? r.setRequestHeader("Content-Type", "application/octet-stream") : r.setRequestHeader("Content-Type", "text/plain;charset=UTF-8"));
			let i = e.headers;
			i && Object.keys(i).forEach((e) => {
				r.setRequestHeader(e, i[e]);
			}), e.responseType && (r.responseType = e.responseType), e.abortSignal && (e.abortSignal.onabort = () => {
				r.abort(), n(new j());
			}), e.timeout && (r.timeout = e.timeout), r.onload = () => {
				e.abortSignal && (e.abortSignal.onabort = null), r.status >= 200 && r.status < 300 ? t(new ft(r.status, r.statusText, r.response || r.responseText)) : n(new A(r.response || r.responseText || r.statusText, r.status));
			}, r.onerror = () => {
				this._logger.log(M.Warning, `Error from HTTP request. ${r.status}: ${r.statusText}.`), n(new A(r.statusText, r.status));
			}, r.ontimeout = () => {
				this._logger.log(M.Warning, "Timeout from HTTP request."), n(new ot());
			}, r.send(e.content);
		}) : Promise.reject(/* @__PURE__ */ Error("No url defined.")) : Promise.reject(/* @__PURE__ */ Error("No method defined."));
	}
}, Nt = class extends pt {
	constructor(e) {
		if (super(), typeof fetch < "u" || P.isNode) this._httpClient = new At(e);
		else if (typeof XMLHttpRequest < "u") this._httpClient = new Mt(e);
		else throw Error("No usable HttpClient found.");
	}
	send(e) {
		return e.abortSignal && e.abortSignal.aborted ? Promise.reject(new j()) : e.method ? e.url ? this._httpClient.send(e) : Promise.reject(/* @__PURE__ */ Error("No url defined.")) : Promise.reject(/* @__PURE__ */ Error("No method defined."));
	}
	getCookieString(e) {
		return this._httpClient.getCookieString(e);
	}
}, F = class e {
	static write(t) {
		return `${t}${e.RecordSeparator}`;
	}
	static parse(t) {
		if (t[t.length - 1] !== e.RecordSeparator) throw Error("Message is incomplete.");
		let n = t.split(e.RecordSeparator);
		return n.pop(), n;
	}
};
F.RecordSeparatorCode = 30, F.RecordSeparator = String.fromCharCode(F.RecordSeparatorCode);
// node_modules/@microsoft/signalr/dist/esm/HandshakeProtocol.js
var Pt = class {
	writeHandshakeRequest(e) {
		return F.write(JSON.stringify(e));
	}
	parseHandshakeResponse(e) {
		let t, n;
		if (vt(e)) {
			let r = new Uint8Array(e), i = r.indexOf(F.RecordSeparatorCode);
			if (i === -1) throw Error("Message is incomplete.");
			let a = i + 1;
			t = String.fromCharCode.apply(null, Array.prototype.slice.call(r.slice(0, a))), n = r.byteLength > a ? r.slice(a).buffer : null;
		} else {
			let r = e, i = r.indexOf(F.RecordSeparator);
			if (i === -1) throw Error("Message is incomplete.");
			let a = i + 1;
			t = r.substring(0, a), n = r.length > a ? r.substring(a) : null;
		}
		let r = F.parse(t), i = JSON.parse(r[0]);
		if (i.type) throw Error("Expected a handshake response from the server.");
		return [n, i];
	}
}, I;
(function(e) {
	e[e.Invocation = 1] = "Invocation", e[e.StreamItem = 2] = "StreamItem", e[e.Completion = 3] = "Completion", e[e.StreamInvocation = 4] = "StreamInvocation", e[e.CancelInvocation = 5] = "CancelInvocation", e[e.Ping = 6] = "Ping", e[e.Close = 7] = "Close", e[e.Ack = 8] = "Ack", e[e.Sequence = 9] = "Sequence";
})(I ||= {});
// node_modules/@microsoft/signalr/dist/esm/Subject.js
var Ft = class {
	constructor() {
		this.observers = [];
	}
	next(e) {
		for (let t of this.observers) t.next(e);
	}
	error(e) {
		for (let t of this.observers) t.error && t.error(e);
	}
	complete() {
		for (let e of this.observers) e.complete && e.complete();
	}
	subscribe(e) {
		return this.observers.push(e), new xt(this, e);
	}
}, It = class {
	constructor(e, t, n) {
		this._bufferSize = 1e5, this._messages = [], this._totalMessageCount = 0, this._waitForSequenceMessage = !1, this._nextReceivingSequenceId = 1, this._latestReceivedSequenceId = 0, this._bufferedByteCount = 0, this._reconnectInProgress = !1, this._protocol = e, this._connection = t, this._bufferSize = n;
	}
	async _send(e) {
		let t = this._protocol.writeMessage(e), n = Promise.resolve();
		if (this._isInvocationMessage(e)) {
			this._totalMessageCount++;
			let e = () => {}, r = () => {};
			vt(t) ? this._bufferedByteCount += t.byteLength : this._bufferedByteCount += t.length, this._bufferedByteCount >= this._bufferSize && (n = new Promise((t, n) => {
				e = t, r = n;
			})), this._messages.push(new Lt(t, this._totalMessageCount, e, r));
		}
		try {
			this._reconnectInProgress || await this._connection.send(t);
		} catch {
			this._disconnected();
		}
		await n;
	}
	_ack(e) {
		let t = -1;
		for (let n = 0; n < this._messages.length; n++) {
			let r = this._messages[n];
			if (r._id <= e.sequenceId) t = n, vt(r._message) ? this._bufferedByteCount -= r._message.byteLength : this._bufferedByteCount -= r._message.length, r._resolver();
			else if (this._bufferedByteCount < this._bufferSize) r._resolver();
			else break;
		}
		t !== -1 && (this._messages = this._messages.slice(t + 1));
	}
	_shouldProcessMessage(e) {
		if (this._waitForSequenceMessage) return e.type === I.Sequence && (this._waitForSequenceMessage = !1, !0);
		if (!this._isInvocationMessage(e)) return !0;
		let t = this._nextReceivingSequenceId;
		return this._nextReceivingSequenceId++, t <= this._latestReceivedSequenceId ? (t === this._latestReceivedSequenceId && this._ackTimer(), !1) : (this._latestReceivedSequenceId = t, this._ackTimer(), !0);
	}
	_resetSequence(e) {
		e.sequenceId > this._nextReceivingSequenceId ? this._connection.stop(/* @__PURE__ */ Error("Sequence ID greater than amount of messages we've received.")) : this._nextReceivingSequenceId = e.sequenceId;
	}
	_disconnected() {
		this._reconnectInProgress = !0, this._waitForSequenceMessage = !0;
	}
	async _resend() {
		let e = this._messages.length === 0 ? this._totalMessageCount + 1 : this._messages[0]._id;
		await this._connection.send(this._protocol.writeMessage({
			type: I.Sequence,
			sequenceId: e
		}));
		let t = this._messages;
		for (let e of t) await this._connection.send(e._message);
		this._reconnectInProgress = !1;
	}
	_dispose(e) {
		e ??= /* @__PURE__ */ Error("Unable to reconnect to server.");
		for (let t of this._messages) t._rejector(e);
	}
	_isInvocationMessage(e) {
		switch (e.type) {
			case I.Invocation:
			case I.StreamItem:
			case I.Completion:
			case I.StreamInvocation:
			case I.CancelInvocation: return !0;
			case I.Close:
			case I.Sequence:
			case I.Ping:
			case I.Ack: return !1;
		}
	}
	_ackTimer() {
		this._ackTimerHandle === void 0 && (this._ackTimerHandle = setTimeout(async () => {
			try {
				this._reconnectInProgress || await this._connection.send(this._protocol.writeMessage({
					type: I.Ack,
					sequenceId: this._latestReceivedSequenceId
				}));
			} catch {}
			clearTimeout(this._ackTimerHandle), this._ackTimerHandle = void 0;
		}, 1e3));
	}
}, Lt = class {
	constructor(e, t, n, r) {
		this._message = e, this._id = t, this._resolver = n, this._rejector = r;
	}
}, Rt = 3e4, zt = 15e3, Bt = 1e5, L;
(function(e) {
	e.Disconnected = "Disconnected", e.Connecting = "Connecting", e.Connected = "Connected", e.Disconnecting = "Disconnecting", e.Reconnecting = "Reconnecting";
})(L ||= {});
var Vt = class e {
	static create(t, n, r, i, a, o, s) {
		return new e(t, n, r, i, a, o, s);
	}
	constructor(e, t, n, r, i, a, o) {
		this._nextKeepAlive = 0, this._freezeEventListener = () => {
			this._logger.log(M.Warning, "The page is being frozen, this will likely lead to the connection being closed and messages being lost. For more information see the docs at https://learn.microsoft.com/aspnet/core/signalr/javascript-client#bsleep");
		}, N.isRequired(e, "connection"), N.isRequired(t, "logger"), N.isRequired(n, "protocol"), this.serverTimeoutInMilliseconds = i ?? Rt, this.keepAliveIntervalInMilliseconds = a ?? zt, this._statefulReconnectBufferSize = o ?? Bt, this._logger = t, this._protocol = n, this.connection = e, this._reconnectPolicy = r, this._handshakeProtocol = new Pt(), this.connection.onreceive = (e) => this._processIncomingData(e), this.connection.onclose = (e) => this._connectionClosed(e), this._callbacks = {}, this._methods = {}, this._closedCallbacks = [], this._reconnectingCallbacks = [], this._reconnectedCallbacks = [], this._invocationId = 0, this._receivedHandshakeResponse = !1, this._connectionState = L.Disconnected, this._connectionStarted = !1, this._cachedPingMessage = this._protocol.writeMessage({ type: I.Ping });
	}
	get state() {
		return this._connectionState;
	}
	get connectionId() {
		return this.connection && this.connection.connectionId || null;
	}
	get baseUrl() {
		return this.connection.baseUrl || "";
	}
	set baseUrl(e) {
		if (this._connectionState !== L.Disconnected && this._connectionState !== L.Reconnecting) throw Error("The HubConnection must be in the Disconnected or Reconnecting state to change the url.");
		if (!e) throw Error("The HubConnection url must be a valid url.");
		this.connection.baseUrl = e;
	}
	start() {
		return this._startPromise = this._startWithStateTransitions(), this._startPromise;
	}
	async _startWithStateTransitions() {
		if (this._connectionState !== L.Disconnected) return Promise.reject(/* @__PURE__ */ Error("Cannot start a HubConnection that is not in the 'Disconnected' state."));
		this._connectionState = L.Connecting, this._logger.log(M.Debug, "Starting HubConnection.");
		try {
			await this._startInternal(), P.isBrowser && window.document.addEventListener("freeze", this._freezeEventListener), this._connectionState = L.Connected, this._connectionStarted = !0, this._logger.log(M.Debug, "HubConnection connected successfully.");
		} catch (e) {
			return this._connectionState = L.Disconnected, this._logger.log(M.Debug, `HubConnection failed to start successfully because of error '${e}'.`), Promise.reject(e);
		}
	}
	async _startInternal() {
		this._stopDuringStartError = void 0, this._receivedHandshakeResponse = !1;
		let e = new Promise((e, t) => {
			this._handshakeResolver = e, this._handshakeRejecter = t;
		});
		await this.connection.start(this._protocol.transferFormat);
		try {
			let t = this._protocol.version;
			this.connection.features.reconnect || (t = 1);
			let n = {
				protocol: this._protocol.name,
				version: t
			};
			if (this._logger.log(M.Debug, "Sending handshake request."), await this._sendMessage(this._handshakeProtocol.writeHandshakeRequest(n)), this._logger.log(M.Information, `Using HubProtocol '${this._protocol.name}'.`), this._cleanupTimeout(), this._resetTimeoutPeriod(), this._resetKeepAliveInterval(), await e, this._stopDuringStartError) throw this._stopDuringStartError;
			this.connection.features.reconnect && (this._messageBuffer = new It(this._protocol, this.connection, this._statefulReconnectBufferSize), this.connection.features.disconnected = this._messageBuffer._disconnected.bind(this._messageBuffer), this.connection.features.resend = () => {
				if (this._messageBuffer) return this._messageBuffer._resend();
			}), this.connection.features.inherentKeepAlive || await this._sendMessage(this._cachedPingMessage);
		} catch (e) {
			throw this._logger.log(M.Debug, `Hub handshake failed with error '${e}' during start(). Stopping HubConnection.`), this._cleanupTimeout(), this._cleanupPingTimer(), await this.connection.stop(e), e;
		}
	}
	async stop() {
		let e = this._startPromise;
		this.connection.features.reconnect = !1, this._stopPromise = this._stopInternal(), await this._stopPromise;
		try {
			await e;
		} catch {}
	}
	_stopInternal(e) {
		if (this._connectionState === L.Disconnected) return this._logger.log(M.Debug, `Call to HubConnection.stop(${e}) ignored because it is already in the disconnected state.`), Promise.resolve();
		if (this._connectionState === L.Disconnecting) return this._logger.log(M.Debug, `Call to HttpConnection.stop(${e}) ignored because the connection is already in the disconnecting state.`), this._stopPromise;
		let t = this._connectionState;
		return this._connectionState = L.Disconnecting, this._logger.log(M.Debug, "Stopping HubConnection."), this._reconnectDelayHandle ? (this._logger.log(M.Debug, "Connection stopped during reconnect delay. Done reconnecting."), clearTimeout(this._reconnectDelayHandle), this._reconnectDelayHandle = void 0, this._completeClose(), Promise.resolve()) : (t === L.Connected && this._sendCloseMessage(), this._cleanupTimeout(), this._cleanupPingTimer(), this._stopDuringStartError = e || new j("The connection was stopped before the hub handshake could complete."), this.connection.stop(e));
	}
	async _sendCloseMessage() {
		try {
			await this._sendWithProtocol(this._createCloseMessage());
		} catch {}
	}
	stream(e, ...t) {
		let [n, r] = this._replaceStreamingParams(t), i = this._createStreamInvocation(e, t, r), a, o = new Ft();
		return o.cancelCallback = () => {
			let e = this._createCancelInvocation(i.invocationId);
			return delete this._callbacks[i.invocationId], a.then(() => this._sendWithProtocol(e));
		}, this._callbacks[i.invocationId] = (e, t) => {
			t ? o.error(t) : e && (e.type === I.Completion ? e.error ? o.error(Error(e.error)) : o.complete() : o.next(e.item));
		}, a = this._sendWithProtocol(i).catch((e) => {
			o.error(e), delete this._callbacks[i.invocationId];
		}), this._launchStreams(n, a), o;
	}
	_sendMessage(e) {
		return this._resetKeepAliveInterval(), this.connection.send(e);
	}
	_sendWithProtocol(e) {
		return this._messageBuffer ? this._messageBuffer._send(e) : this._sendMessage(this._protocol.writeMessage(e));
	}
	send(e, ...t) {
		let [n, r] = this._replaceStreamingParams(t), i = this._sendWithProtocol(this._createInvocation(e, t, !0, r));
		return this._launchStreams(n, i), i;
	}
	invoke(e, ...t) {
		let [n, r] = this._replaceStreamingParams(t), i = this._createInvocation(e, t, !1, r);
		return new Promise((e, t) => {
			this._callbacks[i.invocationId] = (n, r) => {
				r ? t(r) : n && (n.type === I.Completion ? n.error ? t(Error(n.error)) : e(n.result) : t(/* @__PURE__ */ Error(`Unexpected message type: ${n.type}`)));
			};
			let r = this._sendWithProtocol(i).catch((e) => {
				t(e), delete this._callbacks[i.invocationId];
			});
			this._launchStreams(n, r);
		});
	}
	on(e, t) {
		e && t && (e = e.toLowerCase(), this._methods[e] || (this._methods[e] = []), this._methods[e].indexOf(t) === -1 && this._methods[e].push(t));
	}
	off(e, t) {
		if (!e) return;
		e = e.toLowerCase();
		let n = this._methods[e];
		if (n) {
			if (t) {
				let r = n.indexOf(t);
				r !== -1 && (n.splice(r, 1), n.length === 0 && delete this._methods[e]);
			} else delete this._methods[e];
		}
	}
	onclose(e) {
		e && this._closedCallbacks.push(e);
	}
	onreconnecting(e) {
		e && this._reconnectingCallbacks.push(e);
	}
	onreconnected(e) {
		e && this._reconnectedCallbacks.push(e);
	}
	_processIncomingData(e) {
		if (this._cleanupTimeout(), this._receivedHandshakeResponse ||= (e = this._processHandshakeResponse(e), !0), e) {
			let t = this._protocol.parseMessages(e, this._logger);
			for (let e of t) if (!this._messageBuffer || this._messageBuffer._shouldProcessMessage(e)) switch (e.type) {
				case I.Invocation:
					this._invokeClientMethod(e).catch((e) => {
						this._logger.log(M.Error, `Invoke client method threw error: ${Ot(e)}`);
					});
					break;
				case I.StreamItem:
				case I.Completion: {
					let t = this._callbacks[e.invocationId];
					if (t) {
						e.type === I.Completion && delete this._callbacks[e.invocationId];
						try {
							t(e);
						} catch (e) {
							this._logger.log(M.Error, `Stream callback threw error: ${Ot(e)}`);
						}
					}
					break;
				}
				case I.Ping: break;
				case I.Close: {
					this._logger.log(M.Information, "Close message received from server.");
					let t = e.error ? /* @__PURE__ */ Error("Server returned an error on close: " + e.error) : void 0;
					e.allowReconnect === !0 ? this.connection.stop(t) : this._stopPromise = this._stopInternal(t);
					break;
				}
				case I.Ack:
					this._messageBuffer && this._messageBuffer._ack(e);
					break;
				case I.Sequence:
					this._messageBuffer && this._messageBuffer._resetSequence(e);
					break;
				default: this._logger.log(M.Warning, `Invalid message type: ${e.type}.`);
			}
		}
		this._resetTimeoutPeriod();
	}
	_processHandshakeResponse(e) {
		let t, n;
		try {
			[n, t] = this._handshakeProtocol.parseHandshakeResponse(e);
		} catch (e) {
			let t = "Error parsing handshake response: " + e;
			this._logger.log(M.Error, t);
			let n = Error(t);
			throw this._handshakeRejecter(n), n;
		}
		if (t.error) {
			let e = "Server returned handshake error: " + t.error;
			this._logger.log(M.Error, e);
			let n = Error(e);
			throw this._handshakeRejecter(n), n;
		}
		return this._logger.log(M.Debug, "Server handshake complete."), this._handshakeResolver(), n;
	}
	_resetKeepAliveInterval() {
		this.connection.features.inherentKeepAlive || (this._nextKeepAlive = (/* @__PURE__ */ new Date()).getTime() + this.keepAliveIntervalInMilliseconds, this._cleanupPingTimer());
	}
	_resetTimeoutPeriod() {
		if (!this.connection.features || !this.connection.features.inherentKeepAlive) {
			this._timeoutHandle = setTimeout(() => this.serverTimeout(), this.serverTimeoutInMilliseconds);
			let e = this._nextKeepAlive - (/* @__PURE__ */ new Date()).getTime();
			if (e < 0) {
				this._connectionState === L.Connected && this._trySendPingMessage();
				return;
			}
			this._pingServerHandle === void 0 && (e < 0 && (e = 0), this._pingServerHandle = setTimeout(async () => {
				this._connectionState === L.Connected && await this._trySendPingMessage();
			}, e));
		}
	}
	serverTimeout() {
		this.connection.stop(/* @__PURE__ */ Error("Server timeout elapsed without receiving a message from the server."));
	}
	async _invokeClientMethod(e) {
		let t = e.target.toLowerCase(), n = this._methods[t];
		if (!n) {
			this._logger.log(M.Warning, `No client method with the name '${t}' found.`), e.invocationId && (this._logger.log(M.Warning, `No result given for '${t}' method and invocation ID '${e.invocationId}'.`), await this._sendWithProtocol(this._createCompletionMessage(e.invocationId, "Client didn't provide a result.", null)));
			return;
		}
		let r = n.slice(), i = !!e.invocationId, a, o, s;
		for (let n of r) try {
			let r = a;
			a = await n.apply(this, e.arguments), i && a && r && (this._logger.log(M.Error, `Multiple results provided for '${t}'. Sending error to server.`), s = this._createCompletionMessage(e.invocationId, "Client provided multiple results.", null)), o = void 0;
		} catch (e) {
			o = e, this._logger.log(M.Error, `A callback for the method '${t}' threw error '${e}'.`);
		}
		s ? await this._sendWithProtocol(s) : i ? (o ? s = this._createCompletionMessage(e.invocationId, `${o}`, null) : a === void 0 ? (this._logger.log(M.Warning, `No result given for '${t}' method and invocation ID '${e.invocationId}'.`), s = this._createCompletionMessage(e.invocationId, "Client didn't provide a result.", null)) : s = this._createCompletionMessage(e.invocationId, null, a), await this._sendWithProtocol(s)) : a && this._logger.log(M.Error, `Result given for '${t}' method but server is not expecting a result.`);
	}
	_connectionClosed(e) {
		this._logger.log(M.Debug, `HubConnection.connectionClosed(${e}) called while in state ${this._connectionState}.`), this._stopDuringStartError = this._stopDuringStartError || e || new j("The underlying connection was closed before the hub handshake could complete."), this._handshakeResolver && this._handshakeResolver(), this._cancelCallbacksWithError(e || /* @__PURE__ */ Error("Invocation canceled due to the underlying connection being closed.")), this._cleanupTimeout(), this._cleanupPingTimer(), this._connectionState === L.Disconnecting ? this._completeClose(e) : this._connectionState === L.Connected && this._reconnectPolicy ? this._reconnect(e) : this._connectionState === L.Connected && this._completeClose(e);
	}
	_completeClose(e) {
		if (this._connectionStarted) {
			this._connectionState = L.Disconnected, this._connectionStarted = !1, this._messageBuffer &&= (this._messageBuffer._dispose(e ?? /* @__PURE__ */ Error("Connection closed.")), void 0), P.isBrowser && window.document.removeEventListener("freeze", this._freezeEventListener);
			try {
				this._closedCallbacks.forEach((t) => t.apply(this, [e]));
			} catch (t) {
				this._logger.log(M.Error, `An onclose callback called with error '${e}' threw error '${t}'.`);
			}
		}
	}
	async _reconnect(e) {
		let t = Date.now(), n = 0, r = e === void 0 ? /* @__PURE__ */ Error("Attempting to reconnect due to a unknown error.") : e, i = this._getNextRetryDelay(n, 0, r);
		if (i === null) this._logger.log(M.Debug, "Connection not reconnecting because the IRetryPolicy returned null on the first reconnect attempt."), this._completeClose(e);
		else {
			if (this._connectionState = L.Reconnecting, e ? this._logger.log(M.Information, `Connection reconnecting because of error '${e}'.`) : this._logger.log(M.Information, "Connection reconnecting."), this._reconnectingCallbacks.length !== 0) {
				try {
					this._reconnectingCallbacks.forEach((t) => t.apply(this, [e]));
				} catch (t) {
					this._logger.log(M.Error, `An onreconnecting callback called with error '${e}' threw error '${t}'.`);
				}
				if (this._connectionState !== L.Reconnecting) {
					this._logger.log(M.Debug, "Connection left the reconnecting state in onreconnecting callback. Done reconnecting.");
					return;
				}
			}
			for (; i !== null;) {
				if (this._logger.log(M.Information, `Reconnect attempt number ${n + 1} will start in ${i} ms.`), await new Promise((e) => {
					this._reconnectDelayHandle = setTimeout(e, i);
				}), this._reconnectDelayHandle = void 0, this._connectionState !== L.Reconnecting) {
					this._logger.log(M.Debug, "Connection left the reconnecting state during reconnect delay. Done reconnecting.");
					return;
				}
				try {
					if (await this._startInternal(), this._connectionState = L.Connected, this._logger.log(M.Information, "HubConnection reconnected successfully."), this._reconnectedCallbacks.length !== 0) try {
						this._reconnectedCallbacks.forEach((e) => e.apply(this, [this.connection.connectionId]));
					} catch (e) {
						this._logger.log(M.Error, `An onreconnected callback called with connectionId '${this.connection.connectionId}; threw error '${e}'.`);
					}
					return;
				} catch (e) {
					if (this._logger.log(M.Information, `Reconnect attempt failed because of error '${e}'.`), this._connectionState !== L.Reconnecting) {
						this._logger.log(M.Debug, `Connection moved to the '${this._connectionState}' from the reconnecting state during reconnect attempt. Done reconnecting.`), this._connectionState === L.Disconnecting && this._completeClose();
						return;
					}
					n++, r = e instanceof Error ? e : Error(e.toString()), i = this._getNextRetryDelay(n, Date.now() - t, r);
				}
			}
			this._logger.log(M.Information, `Reconnect retries have been exhausted after ${Date.now() - t} ms and ${n} failed attempts. Connection disconnecting.`), this._completeClose();
		}
	}
	_getNextRetryDelay(e, t, n) {
		try {
			return this._reconnectPolicy.nextRetryDelayInMilliseconds({
				elapsedMilliseconds: t,
				previousRetryCount: e,
				retryReason: n
			});
		} catch (n) {
			return this._logger.log(M.Error, `IRetryPolicy.nextRetryDelayInMilliseconds(${e}, ${t}) threw error '${n}'.`), null;
		}
	}
	_cancelCallbacksWithError(e) {
		let t = this._callbacks;
		this._callbacks = {}, Object.keys(t).forEach((n) => {
			let r = t[n];
			try {
				r(null, e);
			} catch (t) {
				this._logger.log(M.Error, `Stream 'error' callback called with '${e}' threw error: ${Ot(t)}`);
			}
		});
	}
	_cleanupPingTimer() {
		this._pingServerHandle &&= (clearTimeout(this._pingServerHandle), void 0);
	}
	_cleanupTimeout() {
		this._timeoutHandle && clearTimeout(this._timeoutHandle);
	}
	_createInvocation(e, t, n, r) {
		if (n) return r.length === 0 ? {
			target: e,
			arguments: t,
			type: I.Invocation
		} : {
			target: e,
			arguments: t,
			streamIds: r,
			type: I.Invocation
		};
		{
			let n = this._invocationId;
			return this._invocationId++, r.length === 0 ? {
				target: e,
				arguments: t,
				invocationId: n.toString(),
				type: I.Invocation
			} : {
				target: e,
				arguments: t,
				invocationId: n.toString(),
				streamIds: r,
				type: I.Invocation
			};
		}
	}
	_launchStreams(e, t) {
		if (e.length !== 0) {
			t ||= Promise.resolve();
			for (let n in e) e[n].subscribe({
				complete: () => {
					t = t.then(() => this._sendWithProtocol(this._createCompletionMessage(n)));
				},
				error: (e) => {
					let r;
					r = e instanceof Error ? e.message : e && e.toString ? e.toString() : "Unknown error", t = t.then(() => this._sendWithProtocol(this._createCompletionMessage(n, r)));
				},
				next: (e) => {
					t = t.then(() => this._sendWithProtocol(this._createStreamItemMessage(n, e)));
				}
			});
		}
	}
	_replaceStreamingParams(e) {
		let t = [], n = [];
		for (let r = 0; r < e.length; r++) {
			let i = e[r];
			if (this._isObservable(i)) {
				let a = this._invocationId;
				this._invocationId++, t[a] = i, n.push(a.toString()), e.splice(r, 1);
			}
		}
		return [t, n];
	}
	_isObservable(e) {
		return e && e.subscribe && typeof e.subscribe == "function";
	}
	_createStreamInvocation(e, t, n) {
		let r = this._invocationId;
		return this._invocationId++, n.length === 0 ? {
			target: e,
			arguments: t,
			invocationId: r.toString(),
			type: I.StreamInvocation
		} : {
			target: e,
			arguments: t,
			invocationId: r.toString(),
			streamIds: n,
			type: I.StreamInvocation
		};
	}
	_createCancelInvocation(e) {
		return {
			invocationId: e,
			type: I.CancelInvocation
		};
	}
	_createStreamItemMessage(e, t) {
		return {
			invocationId: e,
			item: t,
			type: I.StreamItem
		};
	}
	_createCompletionMessage(e, t, n) {
		return t ? {
			error: t,
			invocationId: e,
			type: I.Completion
		} : {
			invocationId: e,
			result: n,
			type: I.Completion
		};
	}
	_createCloseMessage() {
		return { type: I.Close };
	}
	async _trySendPingMessage() {
		try {
			await this._sendMessage(this._cachedPingMessage);
		} catch {
			this._cleanupPingTimer();
		}
	}
}, Ht = [
	0,
	2e3,
	1e4,
	3e4,
	null
], Ut = class {
	constructor(e) {
		this._retryDelays = e === void 0 ? Ht : [...e, null];
	}
	nextRetryDelayInMilliseconds(e) {
		return this._retryDelays[e.previousRetryCount];
	}
}, R = class {};
R.Authorization = "Authorization", R.Cookie = "Cookie";
// node_modules/@microsoft/signalr/dist/esm/AccessTokenHttpClient.js
var Wt = class extends pt {
	constructor(e, t) {
		super(), this._innerClient = e, this._accessTokenFactory = t;
	}
	async send(e) {
		let t = !0;
		this._accessTokenFactory && (!this._accessToken || e.url && e.url.indexOf("/negotiate?") > 0) && (t = !1, this._accessToken = await this._accessTokenFactory()), this._setAuthorizationHeader(e);
		let n = await this._innerClient.send(e);
		return t && n.statusCode === 401 && this._accessTokenFactory ? (this._accessToken = await this._accessTokenFactory(), this._setAuthorizationHeader(e), await this._innerClient.send(e)) : n;
	}
	_setAuthorizationHeader(e) {
		e.headers ||= {}, this._accessToken ? e.headers[R.Authorization] = `Bearer ${this._accessToken}` : this._accessTokenFactory && e.headers[R.Authorization] && delete e.headers[R.Authorization];
	}
	getCookieString(e) {
		return this._innerClient.getCookieString(e);
	}
}, z;
(function(e) {
	e[e.None = 0] = "None", e[e.WebSockets = 1] = "WebSockets", e[e.ServerSentEvents = 2] = "ServerSentEvents", e[e.LongPolling = 4] = "LongPolling";
})(z ||= {});
var B;
(function(e) {
	e[e.Text = 1] = "Text", e[e.Binary = 2] = "Binary";
})(B ||= {});
// node_modules/@microsoft/signalr/dist/esm/AbortController.js
var Gt = class {
	constructor() {
		this._isAborted = !1, this.onabort = null;
	}
	abort() {
		this._isAborted || (this._isAborted = !0, this.onabort && this.onabort());
	}
	get signal() {
		return this;
	}
	get aborted() {
		return this._isAborted;
	}
}, Kt = class {
	get pollAborted() {
		return this._pollAbort.aborted;
	}
	constructor(e, t, n) {
		this._httpClient = e, this._logger = t, this._pollAbort = new Gt(), this._options = n, this._running = !1, this.onreceive = null, this.onclose = null;
	}
	async connect(e, t) {
		if (N.isRequired(e, "url"), N.isRequired(t, "transferFormat"), N.isIn(t, B, "transferFormat"), this._url = e, this._logger.log(M.Trace, "(LongPolling transport) Connecting."), t === B.Binary && typeof XMLHttpRequest < "u" && typeof new XMLHttpRequest().responseType != "string") throw Error("Binary protocols over XmlHttpRequest not implementing advanced features are not supported.");
		let [n, r] = Ct(), i = {
			[n]: r,
			...this._options.headers
		}, a = {
			abortSignal: this._pollAbort.signal,
			headers: i,
			timeout: 1e5,
			withCredentials: this._options.withCredentials
		};
		t === B.Binary && (a.responseType = "arraybuffer");
		let o = `${e}&_=${Date.now()}`;
		this._logger.log(M.Trace, `(LongPolling transport) polling: ${o}.`);
		let s = await this._httpClient.get(o, a);
		s.statusCode === 200 ? this._running = !0 : (this._logger.log(M.Error, `(LongPolling transport) Unexpected response code: ${s.statusCode}.`), this._closeError = new A(s.statusText || "", s.statusCode), this._running = !1), this._receiving = this._poll(this._url, a);
	}
	async _poll(e, t) {
		try {
			for (; this._running;) try {
				let n = `${e}&_=${Date.now()}`;
				this._logger.log(M.Trace, `(LongPolling transport) polling: ${n}.`);
				let r = await this._httpClient.get(n, t);
				r.statusCode === 204 ? (this._logger.log(M.Information, "(LongPolling transport) Poll terminated by server."), this._running = !1) : r.statusCode === 200 ? r.content ? (this._logger.log(M.Trace, `(LongPolling transport) data received. ${gt(r.content, this._options.logMessageContent)}.`), this.onreceive && this.onreceive(r.content)) : this._logger.log(M.Trace, "(LongPolling transport) Poll timed out, reissuing.") : (this._logger.log(M.Error, `(LongPolling transport) Unexpected response code: ${r.statusCode}.`), this._closeError = new A(r.statusText || "", r.statusCode), this._running = !1);
			} catch (e) {
				this._running ? e instanceof ot ? this._logger.log(M.Trace, "(LongPolling transport) Poll timed out, reissuing.") : (this._closeError = e, this._running = !1) : this._logger.log(M.Trace, `(LongPolling transport) Poll errored after shutdown: ${e.message}`);
			}
		} finally {
			this._logger.log(M.Trace, "(LongPolling transport) Polling complete."), this.pollAborted || this._raiseOnClose();
		}
	}
	async send(e) {
		return this._running ? yt(this._logger, "LongPolling", this._httpClient, this._url, e, this._options) : Promise.reject(/* @__PURE__ */ Error("Cannot send until the transport is connected"));
	}
	async stop() {
		this._logger.log(M.Trace, "(LongPolling transport) Stopping polling."), this._running = !1, this._pollAbort.abort();
		try {
			await this._receiving, this._logger.log(M.Trace, `(LongPolling transport) sending DELETE request to ${this._url}.`);
			let e = {}, [t, n] = Ct();
			e[t] = n;
			let r = {
				headers: {
					...e,
					...this._options.headers
				},
				timeout: this._options.timeout,
				withCredentials: this._options.withCredentials
			}, i;
			try {
				await this._httpClient.delete(this._url, r);
			} catch (e) {
				i = e;
			}
			i ? i instanceof A && (i.statusCode === 404 ? this._logger.log(M.Trace, "(LongPolling transport) A 404 response was returned from sending a DELETE request.") : this._logger.log(M.Trace, `(LongPolling transport) Error sending a DELETE request: ${i}`)) : this._logger.log(M.Trace, "(LongPolling transport) DELETE request accepted.");
		} finally {
			this._logger.log(M.Trace, "(LongPolling transport) Stop finished."), this._raiseOnClose();
		}
	}
	_raiseOnClose() {
		if (this.onclose) {
			let e = "(LongPolling transport) Firing onclose event.";
			this._closeError && (e += " Error: " + this._closeError), this._logger.log(M.Trace, e), this.onclose(this._closeError);
		}
	}
}, qt = class {
	constructor(e, t, n, r) {
		this._httpClient = e, this._accessToken = t, this._logger = n, this._options = r, this.onreceive = null, this.onclose = null;
	}
	async connect(e, t) {
		return N.isRequired(e, "url"), N.isRequired(t, "transferFormat"), N.isIn(t, B, "transferFormat"), this._logger.log(M.Trace, "(SSE transport) Connecting."), this._url = e, this._accessToken && (e += (e.indexOf("?") < 0 ? "?" : "&") + `access_token=${encodeURIComponent(this._accessToken)}`), new Promise((n, r) => {
			let i = !1;
			if (t !== B.Text) {
				r(/* @__PURE__ */ Error("The Server-Sent Events transport only supports the 'Text' transfer format"));
				return;
			}
			let a;
			if (P.isBrowser || P.isWebWorker) a = new this._options.EventSource(e, { withCredentials: this._options.withCredentials });
			else {
				let t = this._httpClient.getCookieString(e), n = {};
				n.Cookie = t;
				let [r, i] = Ct();
				n[r] = i, a = new this._options.EventSource(e, {
					withCredentials: this._options.withCredentials,
					headers: {
						...n,
						...this._options.headers
					}
				});
			}
			try {
				a.onmessage = (e) => {
					if (this.onreceive) try {
						this._logger.log(M.Trace, `(SSE transport) data received. ${gt(e.data, this._options.logMessageContent)}.`), this.onreceive(e.data);
					} catch (e) {
						this._close(e);
						return;
					}
				}, a.onerror = (e) => {
					i ? this._close() : r(/* @__PURE__ */ Error("EventSource failed to connect. The connection could not be found on the server, either the connection ID is not present on the server, or a proxy is refusing/buffering the connection. If you have multiple servers check that sticky sessions are enabled."));
				}, a.onopen = () => {
					this._logger.log(M.Information, `SSE connected to ${this._url}`), this._eventSource = a, i = !0, n();
				};
			} catch (e) {
				r(e);
				return;
			}
		});
	}
	async send(e) {
		return this._eventSource ? yt(this._logger, "SSE", this._httpClient, this._url, e, this._options) : Promise.reject(/* @__PURE__ */ Error("Cannot send until the transport is connected"));
	}
	stop() {
		return this._close(), Promise.resolve();
	}
	_close(e) {
		this._eventSource && (this._eventSource.close(), this._eventSource = void 0, this.onclose && this.onclose(e));
	}
}, Jt = class {
	constructor(e, t, n, r, i, a) {
		this._logger = n, this._accessTokenFactory = t, this._logMessageContent = r, this._webSocketConstructor = i, this._httpClient = e, this.onreceive = null, this.onclose = null, this._headers = a;
	}
	async connect(e, t) {
		N.isRequired(e, "url"), N.isRequired(t, "transferFormat"), N.isIn(t, B, "transferFormat"), this._logger.log(M.Trace, "(WebSockets transport) Connecting.");
		let n;
		return this._accessTokenFactory && (n = await this._accessTokenFactory()), new Promise((r, i) => {
			e = e.replace(/^http/, "ws");
			let a, o = this._httpClient.getCookieString(e), s = !1;
			if (P.isNode || P.isReactNative) {
				let t = {}, [r, i] = Ct();
				t[r] = i, n && (t[R.Authorization] = `Bearer ${n}`), o && (t[R.Cookie] = o), a = new this._webSocketConstructor(e, void 0, { headers: {
					...t,
					...this._headers
				} });
			} else n && (e += (e.indexOf("?") < 0 ? "?" : "&") + `access_token=${encodeURIComponent(n)}`);
			a ||= new this._webSocketConstructor(e), t === B.Binary && (a.binaryType = "arraybuffer"), a.onopen = (t) => {
				this._logger.log(M.Information, `WebSocket connected to ${e}.`), this._webSocket = a, s = !0, r();
			}, a.onerror = (e) => {
				let t = null;
				t = typeof ErrorEvent < "u" && e instanceof ErrorEvent ? e.error : "There was an error with the transport", this._logger.log(M.Information, `(WebSockets transport) ${t}.`);
			}, a.onmessage = (e) => {
				if (this._logger.log(M.Trace, `(WebSockets transport) data received. ${gt(e.data, this._logMessageContent)}.`), this.onreceive) try {
					this.onreceive(e.data);
				} catch (e) {
					this._close(e);
					return;
				}
			}, a.onclose = (e) => {
				if (s) this._close(e);
				else {
					let t = null;
					t = typeof ErrorEvent < "u" && e instanceof ErrorEvent ? e.error : "WebSocket failed to connect. The connection could not be found on the server, either the endpoint may not be a SignalR endpoint, the connection ID is not present on the server, or there is a proxy blocking WebSockets. If you have multiple servers check that sticky sessions are enabled.", i(Error(t));
				}
			};
		});
	}
	send(e) {
		return this._webSocket && this._webSocket.readyState === this._webSocketConstructor.OPEN ? (this._logger.log(M.Trace, `(WebSockets transport) sending data. ${gt(e, this._logMessageContent)}.`), this._webSocket.send(e), Promise.resolve()) : Promise.reject("WebSocket is not in the OPEN state");
	}
	stop() {
		return this._webSocket && this._close(void 0), Promise.resolve();
	}
	_close(e) {
		this._webSocket &&= (this._webSocket.onclose = () => {}, this._webSocket.onmessage = () => {}, this._webSocket.onerror = () => {}, this._webSocket.close(), void 0), this._logger.log(M.Trace, "(WebSockets transport) socket closed."), this.onclose && (this._isCloseEvent(e) && (e.wasClean === !1 || e.code !== 1e3) ? this.onclose(/* @__PURE__ */ Error(`WebSocket closed with status code: ${e.code} (${e.reason || "no reason given"}).`)) : e instanceof Error ? this.onclose(e) : this.onclose());
	}
	_isCloseEvent(e) {
		return e && typeof e.wasClean == "boolean" && typeof e.code == "number";
	}
}, Yt = 100, Xt = class {
	constructor(t, n = {}) {
		if (this._stopPromiseResolver = () => {}, this.features = {}, this._negotiateVersion = 1, N.isRequired(t, "url"), this._logger = bt(n.logger), this.baseUrl = this._resolveUrl(t), n ||= {}, n.logMessageContent = n.logMessageContent !== void 0 && n.logMessageContent, typeof n.withCredentials == "boolean" || n.withCredentials === void 0) n.withCredentials = n.withCredentials === void 0 || n.withCredentials;
		else throw Error("withCredentials option was not a 'boolean' or 'undefined' value");
		n.timeout = n.timeout === void 0 ? 1e5 : n.timeout;
		let r = null, i = null;
		if (P.isNode && e !== void 0) {
			let t = typeof __webpack_require__ == "function" ? __non_webpack_require__ : e;
			r = t("ws"), i = t("eventsource");
		}
		!P.isNode && typeof WebSocket < "u" && !n.WebSocket ? n.WebSocket = WebSocket : P.isNode && !n.WebSocket && r && (n.WebSocket = r), !P.isNode && typeof EventSource < "u" && !n.EventSource ? n.EventSource = EventSource : P.isNode && !n.EventSource && i !== void 0 && (n.EventSource = i), this._httpClient = new Wt(n.httpClient || new Nt(this._logger), n.accessTokenFactory), this._connectionState = "Disconnected", this._connectionStarted = !1, this._options = n, this.onreceive = null, this.onclose = null;
	}
	async start(e) {
		if (e ||= B.Binary, N.isIn(e, B, "transferFormat"), this._logger.log(M.Debug, `Starting connection with transfer format '${B[e]}'.`), this._connectionState !== "Disconnected") return Promise.reject(/* @__PURE__ */ Error("Cannot start an HttpConnection that is not in the 'Disconnected' state."));
		if (this._connectionState = "Connecting", this._startInternalPromise = this._startInternal(e), await this._startInternalPromise, this._connectionState === "Disconnecting") {
			let e = "Failed to start the HttpConnection before stop() was called.";
			return this._logger.log(M.Error, e), await this._stopPromise, Promise.reject(new j(e));
		}
		if (this._connectionState !== "Connected") {
			let e = "HttpConnection.startInternal completed gracefully but didn't enter the connection into the connected state!";
			return this._logger.log(M.Error, e), Promise.reject(new j(e));
		}
		this._connectionStarted = !0;
	}
	send(e) {
		return this._connectionState === "Connected" ? (this._sendQueue ||= new Qt(this.transport), this._sendQueue.send(e)) : Promise.reject(/* @__PURE__ */ Error("Cannot send data if the connection is not in the 'Connected' State."));
	}
	async stop(e) {
		if (this._connectionState === "Disconnected") return this._logger.log(M.Debug, `Call to HttpConnection.stop(${e}) ignored because the connection is already in the disconnected state.`), Promise.resolve();
		if (this._connectionState === "Disconnecting") return this._logger.log(M.Debug, `Call to HttpConnection.stop(${e}) ignored because the connection is already in the disconnecting state.`), this._stopPromise;
		this._connectionState = "Disconnecting", this._stopPromise = new Promise((e) => {
			this._stopPromiseResolver = e;
		}), await this._stopInternal(e), await this._stopPromise;
	}
	async _stopInternal(e) {
		this._stopError = e;
		try {
			await this._startInternalPromise;
		} catch {}
		if (this.transport) {
			try {
				await this.transport.stop();
			} catch (e) {
				this._logger.log(M.Error, `HttpConnection.transport.stop() threw error '${e}'.`), this._stopConnection();
			}
			this.transport = void 0;
		} else this._logger.log(M.Debug, "HttpConnection.transport is undefined in HttpConnection.stop() because start() failed.");
	}
	async _startInternal(e) {
		let t = this.baseUrl;
		this._accessTokenFactory = this._options.accessTokenFactory, this._httpClient._accessTokenFactory = this._accessTokenFactory;
		try {
			if (this._options.skipNegotiation) {
				if (this._options.transport === z.WebSockets) this.transport = this._constructTransport(z.WebSockets), await this._startTransport(t, e);
				else throw Error("Negotiation can only be skipped when using the WebSocket transport directly.");
			} else {
				let n = null, r = 0;
				do {
					if (n = await this._getNegotiationResponse(t), this._connectionState === "Disconnecting" || this._connectionState === "Disconnected") throw new j("The connection was stopped during negotiation.");
					if (n.error) throw Error(n.error);
					if (n.ProtocolVersion) throw Error("Detected a connection attempt to an ASP.NET SignalR Server. This client only supports connecting to an ASP.NET Core SignalR Server. See https://aka.ms/signalr-core-differences for details.");
					if (n.url && (t = n.url), n.accessToken) {
						let e = n.accessToken;
						this._accessTokenFactory = () => e, this._httpClient._accessToken = e, this._httpClient._accessTokenFactory = void 0;
					}
					r++;
				} while (n.url && r < Yt);
				if (r === Yt && n.url) throw Error("Negotiate redirection limit exceeded.");
				await this._createTransport(t, this._options.transport, n, e);
			}
			this.transport instanceof Kt && (this.features.inherentKeepAlive = !0), this._connectionState === "Connecting" && (this._logger.log(M.Debug, "The HttpConnection connected successfully."), this._connectionState = "Connected");
		} catch (e) {
			return this._logger.log(M.Error, "Failed to start the connection: " + e), this._connectionState = "Disconnected", this.transport = void 0, this._stopPromiseResolver(), Promise.reject(e);
		}
	}
	async _getNegotiationResponse(e) {
		let t = {}, [n, r] = Ct();
		t[n] = r;
		let i = this._resolveNegotiateUrl(e);
		this._logger.log(M.Debug, `Sending negotiation request: ${i}.`);
		try {
			let e = await this._httpClient.post(i, {
				content: "",
				headers: {
					...t,
					...this._options.headers
				},
				timeout: this._options.timeout,
				withCredentials: this._options.withCredentials
			});
			if (e.statusCode !== 200) return Promise.reject(/* @__PURE__ */ Error(`Unexpected status code returned from negotiate '${e.statusCode}'`));
			let n = JSON.parse(e.content);
			return (!n.negotiateVersion || n.negotiateVersion < 1) && (n.connectionToken = n.connectionId), n.useStatefulReconnect && this._options._useStatefulReconnect !== !0 ? Promise.reject(new ut("Client didn't negotiate Stateful Reconnect but the server did.")) : n;
		} catch (e) {
			let t = "Failed to complete negotiation with the server: " + e;
			return e instanceof A && e.statusCode === 404 && (t += " Either this is not a SignalR endpoint or there is a proxy blocking the connection."), this._logger.log(M.Error, t), Promise.reject(new ut(t));
		}
	}
	_createConnectUrl(e, t) {
		return t ? e + (e.indexOf("?") === -1 ? "?" : "&") + `id=${t}` : e;
	}
	async _createTransport(e, t, n, r) {
		let i = this._createConnectUrl(e, n.connectionToken);
		if (this._isITransport(t)) {
			this._logger.log(M.Debug, "Connection was provided an instance of ITransport, using that directly."), this.transport = t, await this._startTransport(i, r), this.connectionId = n.connectionId;
			return;
		}
		let a = [], o = n.availableTransports || [], s = n;
		for (let n of o) {
			let o = this._resolveTransportOrError(n, t, r, s?.useStatefulReconnect === !0);
			if (o instanceof Error) a.push(`${n.transport} failed:`), a.push(o);
			else if (this._isITransport(o)) {
				if (this.transport = o, !s) {
					try {
						s = await this._getNegotiationResponse(e);
					} catch (e) {
						return Promise.reject(e);
					}
					i = this._createConnectUrl(e, s.connectionToken);
				}
				try {
					await this._startTransport(i, r), this.connectionId = s.connectionId;
					return;
				} catch (e) {
					if (this._logger.log(M.Error, `Failed to start the transport '${n.transport}': ${e}`), s = void 0, a.push(new lt(`${n.transport} failed: ${e}`, z[n.transport])), this._connectionState !== "Connecting") {
						let e = "Failed to select transport before stop() was called.";
						return this._logger.log(M.Debug, e), Promise.reject(new j(e));
					}
				}
			}
		}
		return a.length > 0 ? Promise.reject(new dt(`Unable to connect to the server with any of the available transports. ${a.join(" ")}`, a)) : Promise.reject(/* @__PURE__ */ Error("None of the transports supported by the client are supported by the server."));
	}
	_constructTransport(e) {
		switch (e) {
			case z.WebSockets:
				if (!this._options.WebSocket) throw Error("'WebSocket' is not supported in your environment.");
				return new Jt(this._httpClient, this._accessTokenFactory, this._logger, this._options.logMessageContent, this._options.WebSocket, this._options.headers || {});
			case z.ServerSentEvents:
				if (!this._options.EventSource) throw Error("'EventSource' is not supported in your environment.");
				return new qt(this._httpClient, this._httpClient._accessToken, this._logger, this._options);
			case z.LongPolling: return new Kt(this._httpClient, this._logger, this._options);
			default: throw Error(`Unknown transport: ${e}.`);
		}
	}
	_startTransport(e, t) {
		return this.transport.onreceive = this.onreceive, this.features.reconnect ? this.transport.onclose = async (n) => {
			let r = !1;
			if (this.features.reconnect) try {
				this.features.disconnected(), await this.transport.connect(e, t), await this.features.resend();
			} catch {
				r = !0;
			}
			else {
				this._stopConnection(n);
				return;
			}
			r && this._stopConnection(n);
		} : this.transport.onclose = (e) => this._stopConnection(e), this.transport.connect(e, t);
	}
	_resolveTransportOrError(e, t, n, r) {
		let i = z[e.transport];
		if (i == null) return this._logger.log(M.Debug, `Skipping transport '${e.transport}' because it is not supported by this client.`), /* @__PURE__ */ Error(`Skipping transport '${e.transport}' because it is not supported by this client.`);
		if (Zt(t, i)) {
			if (e.transferFormats.map((e) => B[e]).indexOf(n) >= 0) {
				if (i === z.WebSockets && !this._options.WebSocket || i === z.ServerSentEvents && !this._options.EventSource) return this._logger.log(M.Debug, `Skipping transport '${z[i]}' because it is not supported in your environment.'`), new st(`'${z[i]}' is not supported in your environment.`, i);
				this._logger.log(M.Debug, `Selecting transport '${z[i]}'.`);
				try {
					return this.features.reconnect = i === z.WebSockets ? r : void 0, this._constructTransport(i);
				} catch (e) {
					return e;
				}
			}
			return this._logger.log(M.Debug, `Skipping transport '${z[i]}' because it does not support the requested transfer format '${B[n]}'.`), /* @__PURE__ */ Error(`'${z[i]}' does not support ${B[n]}.`);
		}
		return this._logger.log(M.Debug, `Skipping transport '${z[i]}' because it was disabled by the client.`), new ct(`'${z[i]}' is disabled by the client.`, i);
	}
	_isITransport(e) {
		return e && typeof e == "object" && "connect" in e;
	}
	_stopConnection(e) {
		if (this._logger.log(M.Debug, `HttpConnection.stopConnection(${e}) called while in state ${this._connectionState}.`), this.transport = void 0, e = this._stopError || e, this._stopError = void 0, this._connectionState === "Disconnected") this._logger.log(M.Debug, `Call to HttpConnection.stopConnection(${e}) was ignored because the connection is already in the disconnected state.`);
		else {
			if (this._connectionState === "Connecting") throw this._logger.log(M.Warning, `Call to HttpConnection.stopConnection(${e}) was ignored because the connection is still in the connecting state.`), Error(`HttpConnection.stopConnection(${e}) was called while the connection is still in the connecting state.`);
			if (this._connectionState === "Disconnecting" && this._stopPromiseResolver(), e ? this._logger.log(M.Error, `Connection disconnected with error '${e}'.`) : this._logger.log(M.Information, "Connection disconnected."), this._sendQueue &&= (this._sendQueue.stop().catch((e) => {
				this._logger.log(M.Error, `TransportSendQueue.stop() threw error '${e}'.`);
			}), void 0), this.connectionId = void 0, this._connectionState = "Disconnected", this._connectionStarted) {
				this._connectionStarted = !1;
				try {
					this.onclose && this.onclose(e);
				} catch (t) {
					this._logger.log(M.Error, `HttpConnection.onclose(${e}) threw error '${t}'.`);
				}
			}
		}
	}
	_resolveUrl(e) {
		if (e.lastIndexOf("https://", 0) === 0 || e.lastIndexOf("http://", 0) === 0) return e;
		if (!P.isBrowser) throw Error(`Cannot resolve '${e}'.`);
		let t = window.document.createElement("a");
		return t.href = e, this._logger.log(M.Information, `Normalizing '${e}' to '${t.href}'.`), t.href;
	}
	_resolveNegotiateUrl(e) {
		let t = new URL(e);
		t.pathname.endsWith("/") ? t.pathname += "negotiate" : t.pathname += "/negotiate";
		let n = new URLSearchParams(t.searchParams);
		return n.has("negotiateVersion") || n.append("negotiateVersion", this._negotiateVersion.toString()), n.has("useStatefulReconnect") ? n.get("useStatefulReconnect") === "true" && (this._options._useStatefulReconnect = !0) : this._options._useStatefulReconnect === !0 && n.append("useStatefulReconnect", "true"), t.search = n.toString(), t.toString();
	}
};
function Zt(e, t) {
	return !e || (t & e) !== 0;
}
var Qt = class e {
	constructor(e) {
		this._transport = e, this._buffer = [], this._executing = !0, this._sendBufferedData = new $t(), this._transportResult = new $t(), this._sendLoopPromise = this._sendLoop();
	}
	send(e) {
		return this._bufferData(e), this._transportResult ||= new $t(), this._transportResult.promise;
	}
	stop() {
		return this._executing = !1, this._sendBufferedData.resolve(), this._sendLoopPromise;
	}
	_bufferData(e) {
		if (this._buffer.length && typeof this._buffer[0] != typeof e) throw Error(`Expected data to be of type ${typeof this._buffer} but was of type ${typeof e}`);
		this._buffer.push(e), this._sendBufferedData.resolve();
	}
	async _sendLoop() {
		for (;;) {
			if (await this._sendBufferedData.promise, !this._executing) {
				this._transportResult && this._transportResult.reject("Connection stopped.");
				break;
			}
			this._sendBufferedData = new $t();
			let t = this._transportResult;
			this._transportResult = void 0;
			let n = typeof this._buffer[0] == "string" ? this._buffer.join("") : e._concatBuffers(this._buffer);
			this._buffer.length = 0;
			try {
				await this._transport.send(n), t.resolve();
			} catch (e) {
				t.reject(e);
			}
		}
	}
	static _concatBuffers(e) {
		let t = e.map((e) => e.byteLength).reduce((e, t) => e + t), n = new Uint8Array(t), r = 0;
		for (let t of e) n.set(new Uint8Array(t), r), r += t.byteLength;
		return n.buffer;
	}
}, $t = class {
	constructor() {
		this.promise = new Promise((e, t) => [this._resolver, this._rejecter] = [e, t]);
	}
	resolve() {
		this._resolver();
	}
	reject(e) {
		this._rejecter(e);
	}
}, en = "json", tn = class {
	constructor() {
		this.name = en, this.version = 2, this.transferFormat = B.Text;
	}
	parseMessages(e, t) {
		if (typeof e != "string") throw Error("Invalid input for JSON hub protocol. Expected a string.");
		if (!e) return [];
		t === null && (t = mt.instance);
		let n = F.parse(e), r = [];
		for (let e of n) {
			let n = JSON.parse(e);
			if (typeof n.type != "number") throw Error("Invalid payload.");
			switch (n.type) {
				case I.Invocation:
					this._isInvocationMessage(n);
					break;
				case I.StreamItem:
					this._isStreamItemMessage(n);
					break;
				case I.Completion:
					this._isCompletionMessage(n);
					break;
				case I.Ping: break;
				case I.Close: break;
				case I.Ack:
					this._isAckMessage(n);
					break;
				case I.Sequence:
					this._isSequenceMessage(n);
					break;
				default:
					t.log(M.Information, "Unknown message type '" + n.type + "' ignored.");
					continue;
			}
			r.push(n);
		}
		return r;
	}
	writeMessage(e) {
		return F.write(JSON.stringify(e));
	}
	_isInvocationMessage(e) {
		this._assertNotEmptyString(e.target, "Invalid payload for Invocation message."), e.invocationId !== void 0 && this._assertNotEmptyString(e.invocationId, "Invalid payload for Invocation message.");
	}
	_isStreamItemMessage(e) {
		if (this._assertNotEmptyString(e.invocationId, "Invalid payload for StreamItem message."), e.item === void 0) throw Error("Invalid payload for StreamItem message.");
	}
	_isCompletionMessage(e) {
		if (e.result && e.error) throw Error("Invalid payload for Completion message.");
		!e.result && e.error && this._assertNotEmptyString(e.error, "Invalid payload for Completion message."), this._assertNotEmptyString(e.invocationId, "Invalid payload for Completion message.");
	}
	_isAckMessage(e) {
		if (typeof e.sequenceId != "number") throw Error("Invalid SequenceId for Ack message.");
	}
	_isSequenceMessage(e) {
		if (typeof e.sequenceId != "number") throw Error("Invalid SequenceId for Sequence message.");
	}
	_assertNotEmptyString(e, t) {
		if (typeof e != "string" || e === "") throw Error(t);
	}
}, nn = {
	trace: M.Trace,
	debug: M.Debug,
	info: M.Information,
	information: M.Information,
	warn: M.Warning,
	warning: M.Warning,
	error: M.Error,
	critical: M.Critical,
	none: M.None
};
function rn(e) {
	let t = nn[e.toLowerCase()];
	if (t !== void 0) return t;
	throw Error(`Unknown log level: ${e}`);
}
var an = class {
	configureLogging(e) {
		if (N.isRequired(e, "logging"), on(e)) this.logger = e;
		else if (typeof e == "string") {
			let t = rn(e);
			this.logger = new St(t);
		} else this.logger = new St(e);
		return this;
	}
	withUrl(e, t) {
		return N.isRequired(e, "url"), N.isNotEmpty(e, "url"), this.url = e, this.httpConnectionOptions = typeof t == "object" ? {
			...this.httpConnectionOptions,
			...t
		} : {
			...this.httpConnectionOptions,
			transport: t
		}, this;
	}
	withHubProtocol(e) {
		return N.isRequired(e, "protocol"), this.protocol = e, this;
	}
	withAutomaticReconnect(e) {
		if (this.reconnectPolicy) throw Error("A reconnectPolicy has already been set.");
		return this.reconnectPolicy = e ? Array.isArray(e) ? new Ut(e) : e : new Ut(), this;
	}
	withServerTimeout(e) {
		return N.isRequired(e, "milliseconds"), this._serverTimeoutInMilliseconds = e, this;
	}
	withKeepAliveInterval(e) {
		return N.isRequired(e, "milliseconds"), this._keepAliveIntervalInMilliseconds = e, this;
	}
	withStatefulReconnect(e) {
		return this.httpConnectionOptions === void 0 && (this.httpConnectionOptions = {}), this.httpConnectionOptions._useStatefulReconnect = !0, this._statefulReconnectBufferSize = e?.bufferSize, this;
	}
	build() {
		let e = this.httpConnectionOptions || {};
		if (e.logger === void 0 && (e.logger = this.logger), !this.url) throw Error("The 'HubConnectionBuilder.withUrl' method must be called before building the connection.");
		let t = new Xt(this.url, e);
		return Vt.create(t, this.logger || mt.instance, this.protocol || new tn(), this.reconnectPolicy, this._serverTimeoutInMilliseconds, this._keepAliveIntervalInMilliseconds, this._statefulReconnectBufferSize);
	}
};
function on(e) {
	return e.log !== void 0;
}
// src/service.ts
var sn = class extends Error {
	constructor(e, t = 0) {
		super(e), this.status = t;
	}
}, cn = class e {
	constructor(e, t) {
		this.base = e, this.token = t, this.connection = null;
	}
	static async signIn(t, n) {
		return e.json(await e.reach(`${t}/api/v1/demo/session`, {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify({ persona: n })
		}));
	}
	ask(e, t) {
		let n = null, r = !1, i = () => {};
		return {
			done: (async () => {
				let a = await this.connect();
				r || await new Promise((r, o) => {
					i = r, n = a.stream("Ask", e).subscribe({
						next: t,
						complete: r,
						error: (e) => o(new sn(ln(e)))
					});
				});
			})(),
			stop: () => {
				r = !0, n?.dispose(), i();
			}
		};
	}
	async openSource(t, n) {
		return e.json(await this.send(`/api/v1/sources/${encodeURIComponent(t)}/${encodeURIComponent(n)}`));
	}
	async rate(t, n, r) {
		let i = await this.send(`/api/v1/turns/${encodeURIComponent(t)}/feedback`, {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify(r ? {
				rating: n,
				reason: r
			} : { rating: n })
		});
		if (!i.ok) throw await e.trouble(i);
	}
	async close() {
		await this.connection?.stop(), this.connection = null;
	}
	async connect() {
		if (this.connection ??= new an().withUrl(`${this.base}/hubs/chat`, { accessTokenFactory: this.token }).withAutomaticReconnect().configureLogging(M.None).build(), this.connection.state === L.Disconnected) try {
			await this.connection.start();
		} catch (e) {
			throw /401|unauthorized/i.test(String(e)) ? new sn("Your sign-in has ended. Sign in again.", 401) : new sn("The service cannot be reached. Check the connection and try again.");
		}
		return this.connection;
	}
	send(t, n = {}) {
		return e.reach(this.base + t, {
			...n,
			headers: {
				...n.headers,
				Authorization: `Bearer ${this.token()}`
			}
		});
	}
	static async reach(e, t) {
		try {
			return await fetch(e, t);
		} catch {
			throw new sn("The service cannot be reached. Check the connection and try again.");
		}
	}
	static async json(t) {
		if (!t.ok) throw await e.trouble(t);
		return await t.json();
	}
	static async trouble(e) {
		let t = {};
		try {
			t = await e.json();
		} catch {}
		return new sn(t.detail ?? t.title ?? `The service answered with status ${e.status}.`, e.status);
	}
}, ln = (e) => {
	let t = e instanceof Error ? e.message : String(e);
	return /HubException:\s*(.+)$/s.exec(t)?.[1] ?? "The connection was lost before the answer was complete. Ask again.";
}, un = "distribution-copilot.session", dn = () => {
	try {
		let e = JSON.parse(sessionStorage.getItem(un) ?? "null");
		return e && typeof e.token == "string" && Date.parse(e.expiresAt) > Date.now() ? e : null;
	} catch {
		return null;
	}
}, fn = (e) => {
	try {
		e ? sessionStorage.setItem(un, JSON.stringify(e)) : sessionStorage.removeItem(un);
	} catch {}
}, pn = s`
  :host {
    --accent: var(--copilot-accent, #0b5d66);
    --on-accent: var(--copilot-on-accent, #ffffff);
    --surface: var(--copilot-surface, #ffffff);
    --sunken: var(--copilot-sunken, #f2f5f5);
    --text: var(--copilot-text, #14201f);
    --quiet: var(--copilot-quiet, #51605f);
    --line: var(--copilot-line, #d5dedd);
    --good: #1d6b3a;
    --warning: #8a5300;
    --bad: #a52a22;
    --radius: var(--copilot-radius, 12px);
    color-scheme: light dark;
    box-sizing: border-box;
    color: var(--text);
    font: 400 1rem/1.5 var(--copilot-font, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
  }
  @media (prefers-color-scheme: dark) {
    :host {
      --accent: var(--copilot-accent, #5fc4cc);
      --on-accent: var(--copilot-on-accent, #06272a);
      --surface: var(--copilot-surface, #121a1a);
      --sunken: var(--copilot-sunken, #1b2626);
      --text: var(--copilot-text, #e6eeee);
      --quiet: var(--copilot-quiet, #a3b4b3);
      --line: var(--copilot-line, #33413f);
      --good: #7fd6a0;
      --warning: #f0b866;
      --bad: #ff9a91;
    }
  }
  *, *::before, *::after { box-sizing: inherit; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  button { font: inherit; color: inherit; cursor: pointer; }
  button:disabled { cursor: default; opacity: 0.55; }
  .hidden {
    position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden;
    clip-path: inset(50%); white-space: nowrap; border: 0;
  }
  @media (prefers-reduced-motion: no-preference) {
    button { transition: background-color 120ms, border-color 120ms; }
  }
`, mn = 8e3, hn = class extends k {
	static {
		this.properties = {
			running: { type: Boolean },
			text: { state: !0 }
		};
	}
	constructor() {
		super(), this.running = !1, this.text = "";
	}
	static {
		this.styles = [pn, s`
    :host { display: block; padding: 0.75rem 1rem calc(0.75rem + env(safe-area-inset-bottom)); border-top: 1px solid var(--line); background: var(--surface); }
    form { max-width: 52rem; margin: 0 auto; display: flex; gap: 0.5rem; align-items: flex-end; }
    textarea {
      flex: 1; min-width: 0; resize: none; field-sizing: content; min-height: 2.9rem; max-height: 12rem; padding: 0.65rem 0.9rem;
      font: inherit; color: inherit; background: var(--sunken); border: 1px solid var(--line); border-radius: var(--radius);
    }
    button { padding: 0 1.1rem; height: 2.9rem; border: 0; border-radius: var(--radius); background: var(--accent); color: var(--on-accent); font-weight: 600; }
    .stop { background: transparent; color: var(--bad); border: 1px solid currentColor; }
    .note { max-width: 52rem; margin: 0.35rem auto 0; font-size: 0.82rem; color: var(--bad); }
  `];
	}
	render() {
		let e = this.text.length - mn;
		return C`<form @submit=${this.submit}>
        <label class="hidden" for="question">Your question</label>
        <textarea id="question" rows="1" placeholder="Ask a question…" .value=${this.text}
          aria-describedby=${e > 0 ? "note" : w} @input=${this.typed} @keydown=${this.key}></textarea>
        ${this.running ? C`<button class="stop" type="button" @click=${() => this.dispatchEvent(new CustomEvent("stop"))}>Stop</button>` : C`<button type="submit" ?disabled=${this.text.trim() === "" || e > 0}>Ask</button>`}
      </form>
      ${e > 0 ? C`<p class="note" id="note" role="alert">${e.toLocaleString()} characters too many: at most ${mn.toLocaleString()} are read.</p>` : w}`;
	}
	focus() {
		this.renderRoot.querySelector("textarea")?.focus();
	}
	typed(e) {
		this.text = e.target.value;
	}
	key(e) {
		e.key === "Enter" && !e.shiftKey && !e.isComposing ? this.submit(e) : e.key === "Escape" && this.running && this.dispatchEvent(new CustomEvent("stop"));
	}
	submit(e) {
		e.preventDefault();
		let t = this.text.trim();
		t === "" || t.length > mn || this.running || (this.text = "", this.dispatchEvent(new CustomEvent("ask", { detail: t })));
	}
};
customElements.define("copilot-ask-box", hn);
// node_modules/lit-html/directives/unsafe-html.js
var gn = class extends Be {
	constructor(e) {
		if (super(e), this.it = w, e.type !== Re.CHILD) throw Error(this.constructor.directiveName + "() can only be used in child bindings");
	}
	render(e) {
		if (e === w || e == null) return this._t = void 0, this.it = e;
		if (e === Ce) return e;
		if (typeof e != "string") throw Error(this.constructor.directiveName + "() called with a non-string value");
		if (e === this.it) return this._t;
		this.it = e;
		let t = [e];
		return t.raw = t, this._t = {
			_$litType$: this.constructor.resultType,
			strings: t,
			values: []
		};
	}
};
gn.directiveName = "unsafeHTML", gn.resultType = 1;
var _n = ze(gn), vn = (e, t, n) => new Intl.NumberFormat(n, t).format(e), yn = (e) => {
	let t = typeof e == "number" ? e : typeof e == "string" && e.trim() !== "" ? Number(e) : NaN;
	return Number.isFinite(t) ? t : null;
}, bn = (e, t, n) => t && /^[A-Z]{3}$/.test(t) ? vn(e, {
	style: "currency",
	currency: t
}, n) : vn(e, {
	minimumFractionDigits: 2,
	maximumFractionDigits: 2
}, n), xn = (e, t, n) => {
	let r = new Date(/^\d{4}-\d{2}-\d{2}$/.test(e) ? `${e}T00:00:00` : e);
	return Number.isNaN(r.getTime()) ? e : new Intl.DateTimeFormat(n, t ? {
		dateStyle: "medium",
		timeStyle: "short"
	} : { dateStyle: "medium" }).format(r);
}, Sn = (e, t, n, r) => {
	if (e === null || e === "") return "–";
	if (typeof e == "boolean") return e ? "yes" : "no";
	if (t === "date" || t === "date_time") return xn(String(e), t === "date_time", r);
	let i = t === "text" || t === "code" ? null : yn(e);
	if (i === null) return String(e);
	switch (t) {
		case "money": return bn(i, n, r);
		case "percent": return `${vn(i, { maximumFractionDigits: 1 }, r)} %`;
		case "days": return `${vn(i, { maximumFractionDigits: 1 }, r)} ${i === 1 ? "day" : "days"}`;
		default: return [vn(i, { maximumFractionDigits: 3 }, r), n].filter(Boolean).join(" ");
	}
}, Cn = (e, t) => Sn(e.value, e.kind, e.unit, t), wn = (e) => [
	"number",
	"quantity",
	"money",
	"percent",
	"days"
].includes(e), Tn = (e, t) => xn(e, !0, t), En = (e, t) => {
	let n = (e) => {
		let t = e === null ? "" : String(e), n = typeof e == "string" && /^[=+\-@\t\r]/.test(t) && !/^-?\d+(\.\d+)?$/.test(t) ? `'${t}` : t;
		return /[",\r\n]/.test(n) ? `"${n.replaceAll("\"", "\"\"")}"` : n;
	};
	return [e, ...t].map((e) => e.map(n).join(",")).join("\r\n") + "\r\n";
};
// node_modules/dompurify/dist/purify.es.mjs
function Dn(e, t) {
	this.v = e, this.k = t;
}
function On(e, t) {
	(t == null || t > e.length) && (t = e.length);
	for (var n = 0, r = Array(t); n < t; n++) r[n] = e[n];
	return r;
}
function kn(e) {
	if (Array.isArray(e)) return e;
}
function An(e, t) {
	var n = e == null ? null : typeof Symbol < "u" && e[Symbol.iterator] || e["@@iterator"];
	if (n != null) {
		var r, i, a, o, s = [], c = !0, l = !1;
		try {
			if (a = (n = n.call(e)).next, t === 0) {
				if (Object(n) !== n) return;
				c = !1;
			} else for (; !(c = (r = a.call(n)).done) && (s.push(r.value), s.length !== t); c = !0);
		} catch (e) {
			l = !0, i = e;
		} finally {
			try {
				if (!c && n.return != null && (o = n.return(), Object(o) !== o)) return;
			} finally {
				if (l) throw i;
			}
		}
		return s;
	}
}
function jn() {
	throw TypeError("Invalid attempt to destructure non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
}
function Mn(e, t) {
	return kn(e) || An(e, t) || Nn(e, t) || jn();
}
function Nn(e, t) {
	if (e) {
		if (typeof e == "string") return On(e, t);
		var n = {}.toString.call(e).slice(8, -1);
		return n === "Object" && e.constructor && (n = e.constructor.name), n === "Map" || n === "Set" ? Array.from(e) : n === "Arguments" || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(n) ? On(e, t) : void 0;
	}
}
function Pn(e) {
	var t, n;
	function r(t, n) {
		try {
			var a = e[t](n), o = a.value, s = o instanceof Dn;
			Promise.resolve(s ? o.v : o).then(function(n) {
				if (s) {
					var c = t === "return" && o.k ? t : "next";
					if (!o.k || n.done) return r(c, n);
					n = e[c](n).value;
				}
				i(!!a.done, n);
			}, function(e) {
				r("throw", e);
			});
		} catch (e) {
			i(2, e);
		}
	}
	function i(e, i) {
		e === 2 ? t.reject(i) : t.resolve({
			value: i,
			done: e
		}), (t = t.next) ? r(t.key, t.arg) : n = null;
	}
	this._invoke = function(e, i) {
		return new Promise(function(a, o) {
			var s = {
				key: e,
				arg: i,
				resolve: a,
				reject: o,
				next: null
			};
			n ? n = n.next = s : (t = n = s, r(e, i));
		});
	}, typeof e.return != "function" && (this.return = void 0);
}
Pn.prototype[typeof Symbol == "function" && Symbol.asyncIterator || "@@asyncIterator"] = function() {
	return this;
}, Pn.prototype.next = function(e) {
	return this._invoke("next", e);
}, Pn.prototype.throw = function(e) {
	return this._invoke("throw", e);
}, Pn.prototype.return = function(e) {
	return this._invoke("return", e);
};
var Fn = Object.entries, In = Object.keys, Ln = Object.setPrototypeOf, Rn = Object.isFrozen, zn = Object.getPrototypeOf, Bn = Object.getOwnPropertyDescriptor, V = Object.freeze, H = Object.seal, Vn = Object.create, Hn = typeof Reflect < "u" && Reflect, Un = Hn.apply, Wn = Hn.construct;
V ||= function(e) {
	return e;
}, H ||= function(e) {
	return e;
}, Un ||= function(e, t) {
	var n = [...arguments].slice(2);
	return e.apply(t, n);
}, Wn ||= function(e) {
	return new e(...[...arguments].slice(1));
};
var Gn = G(Array.prototype.forEach), Kn = G(Array.prototype.lastIndexOf), qn = G(Array.prototype.pop), Jn = G(Array.prototype.push), Yn = G(Array.prototype.slice), Xn = G(Array.prototype.splice), Zn = Array.isArray, Qn = mr(Set), $n = G(Set.prototype.add), er = G(Set.prototype.has), tr = G(String.prototype.toLowerCase), nr = G(String.prototype.toString), rr = G(String.prototype.match), ir = G(String.prototype.replace), ar = G(String.prototype.indexOf), or = G(String.prototype.trim), sr = G(Number.prototype.toString), cr = G(Boolean.prototype.toString), lr = typeof BigInt > "u" ? null : G(BigInt.prototype.toString), ur = typeof Symbol > "u" ? null : G(Symbol.prototype.toString), U = G(Object.prototype.hasOwnProperty), dr = G(Object.prototype.toString), fr = RegExp.prototype.test, W = function(e, t) {
	return e instanceof RegExp && (e.lastIndex = 0), Un(fr, e, [t]);
}, pr = mr(TypeError);
function G(e) {
	return function(t) {
		var n = [...arguments].slice(1);
		return Un(e, t, n);
	};
}
function mr(e) {
	return function() {
		return Wn(e, [...arguments]);
	};
}
function K(e, t) {
	let n = arguments.length > 2 && arguments[2] !== void 0 ? arguments[2] : tr;
	if (Ln && Ln(e, null), !Zn(t)) return e;
	let r = t.length;
	for (; r--;) {
		let i = t[r];
		if (typeof i == "string") {
			let e = n(i);
			e !== i && (Rn(t) || (t[r] = e), i = e);
		}
		e[i] = !0;
	}
	return e;
}
function hr(e) {
	for (let t = 0; t < e.length; t++) U(e, t) || (e[t] = null);
	return e;
}
function gr(e) {
	let t = Vn(null);
	for (let r of Fn(e)) {
		var n = Mn(r, 2);
		let i = n[0], a = n[1];
		U(e, i) && (t[i] = Zn(a) ? hr(a) : a && typeof a == "object" && a.constructor === Object ? gr(a) : a);
	}
	return t;
}
function _r(e) {
	let t = Vn(null), n = In(e), r = n.length;
	for (; r--;) t[n[r]] = e[n[r]];
	return t;
}
function vr(e) {
	switch (typeof e) {
		case "string": return e;
		case "number": return sr(e);
		case "boolean": return cr(e);
		case "bigint": return lr ? lr(e) : "0";
		case "symbol": return ur ? ur(e) : "Symbol()";
		case "undefined": return dr(e);
		case "function":
		case "object": {
			if (e === null) return dr(e);
			let t = e, n = q(t, "toString");
			if (typeof n == "function") {
				let e = n(t);
				return typeof e == "string" ? e : dr(e);
			}
			return dr(e);
		}
		default: return dr(e);
	}
}
function q(e, t) {
	for (; e !== null;) {
		let n = Bn(e, t);
		if (n) {
			if (n.get) return G(n.get);
			if (typeof n.value == "function") return G(n.value);
		}
		e = zn(e);
	}
	function n() {
		return null;
	}
	return n;
}
function yr(e, t) {
	for (; e !== null;) {
		let n = Bn(e, t);
		if (n) return n.get ? G(n.get) : null;
		e = zn(e);
	}
	return null;
}
function br(e) {
	if (!e) return !1;
	try {
		return W(e, ""), !0;
	} catch {
		return !1;
	}
}
var xr = V(/* @__PURE__ */ "a.abbr.acronym.address.area.article.aside.audio.b.bdi.bdo.big.blink.blockquote.body.br.button.canvas.caption.center.cite.code.col.colgroup.content.data.datalist.dd.decorator.del.details.dfn.dialog.dir.div.dl.dt.element.em.fieldset.figcaption.figure.font.footer.form.h1.h2.h3.h4.h5.h6.head.header.hgroup.hr.html.i.img.input.ins.kbd.label.legend.li.main.map.mark.marquee.menu.menuitem.meter.nav.nobr.ol.optgroup.option.output.p.picture.pre.progress.q.rp.rt.ruby.s.samp.search.section.select.shadow.slot.small.source.spacer.span.strike.strong.style.sub.summary.sup.table.tbody.td.template.textarea.tfoot.th.thead.time.tr.track.tt.u.ul.var.video.wbr".split(".")), Sr = V(/* @__PURE__ */ "svg.a.altglyph.altglyphdef.altglyphitem.animatecolor.animatemotion.animatetransform.circle.clippath.defs.desc.ellipse.filter.font.g.glyph.glyphref.hkern.image.line.lineargradient.marker.mask.metadata.mpath.path.pattern.polygon.polyline.radialgradient.rect.stop.style.switch.symbol.text.textpath.title.tref.tspan.view.vkern".split(".")), Cr = V([
	"feBlend",
	"feColorMatrix",
	"feComponentTransfer",
	"feComposite",
	"feConvolveMatrix",
	"feDiffuseLighting",
	"feDisplacementMap",
	"feDistantLight",
	"feDropShadow",
	"feFlood",
	"feFuncA",
	"feFuncB",
	"feFuncG",
	"feFuncR",
	"feGaussianBlur",
	"feImage",
	"feMerge",
	"feMergeNode",
	"feMorphology",
	"feOffset",
	"fePointLight",
	"feSpecularLighting",
	"feSpotLight",
	"feTile",
	"feTurbulence"
]), wr = V([
	"animate",
	"color-profile",
	"cursor",
	"discard",
	"font-face",
	"font-face-format",
	"font-face-name",
	"font-face-src",
	"font-face-uri",
	"foreignobject",
	"hatch",
	"hatchpath",
	"mesh",
	"meshgradient",
	"meshpatch",
	"meshrow",
	"missing-glyph",
	"script",
	"set",
	"solidcolor",
	"unknown",
	"use"
]), Tr = V(/* @__PURE__ */ "math.menclose.merror.mfenced.mfrac.mglyph.mi.mlabeledtr.mmultiscripts.mn.mo.mover.mpadded.mphantom.mroot.mrow.ms.mspace.msqrt.mstyle.msub.msup.msubsup.mtable.mtd.mtext.mtr.munder.munderover.mprescripts".split(".")), Er = V([
	"maction",
	"maligngroup",
	"malignmark",
	"mlongdiv",
	"mscarries",
	"mscarry",
	"msgroup",
	"mstack",
	"msline",
	"msrow",
	"semantics",
	"annotation",
	"annotation-xml",
	"mprescripts",
	"none"
]), Dr = V(["#text"]), Or = V(/* @__PURE__ */ "accept.action.align.alt.autocapitalize.autocomplete.autopictureinpicture.autoplay.background.bgcolor.border.capture.cellpadding.cellspacing.checked.cite.class.clear.color.cols.colspan.command.commandfor.controls.controlslist.coords.crossorigin.datetime.decoding.default.dir.disabled.disablepictureinpicture.disableremoteplayback.download.draggable.enctype.enterkeyhint.exportparts.face.for.headers.height.hidden.high.href.hreflang.id.inert.inputmode.integrity.ismap.kind.label.lang.list.loading.loop.low.max.maxlength.media.method.min.minlength.multiple.muted.name.nonce.noshade.novalidate.nowrap.open.optimum.part.pattern.placeholder.playsinline.popover.popovertarget.popovertargetaction.poster.preload.pubdate.radiogroup.readonly.rel.required.rev.reversed.role.rows.rowspan.spellcheck.scope.selected.shape.size.sizes.slot.span.srclang.start.src.srcset.step.style.summary.tabindex.title.translate.type.usemap.valign.value.width.wrap.xmlns".split(".")), kr = V(/* @__PURE__ */ "accent-height.accumulate.additive.alignment-baseline.amplitude.ascent.attributename.attributetype.azimuth.basefrequency.baseline-shift.begin.bias.by.class.clip.clippathunits.clip-path.clip-rule.color.color-interpolation.color-interpolation-filters.color-profile.color-rendering.cx.cy.d.dx.dy.diffuseconstant.direction.display.divisor.dominant-baseline.dur.edgemode.elevation.end.exponent.fill.fill-opacity.fill-rule.filter.filterunits.flood-color.flood-opacity.font-family.font-size.font-size-adjust.font-stretch.font-style.font-variant.font-weight.fx.fy.g1.g2.glyph-name.glyphref.gradientunits.gradienttransform.height.href.id.image-rendering.in.in2.intercept.k.k1.k2.k3.k4.kerning.keypoints.keysplines.keytimes.lang.lengthadjust.letter-spacing.kernelmatrix.kernelunitlength.lighting-color.local.marker-end.marker-mid.marker-start.markerheight.markerunits.markerwidth.maskcontentunits.maskunits.max.mask.mask-type.media.method.mode.min.name.numoctaves.offset.operator.opacity.order.orient.orientation.origin.overflow.paint-order.path.pathlength.patterncontentunits.patterntransform.patternunits.pointer-events.points.preservealpha.preserveaspectratio.primitiveunits.r.rx.ry.radius.refx.refy.repeatcount.repeatdur.restart.result.rotate.scale.seed.shape-rendering.slope.specularconstant.specularexponent.spreadmethod.startoffset.stddeviation.stitchtiles.stop-color.stop-opacity.stroke-dasharray.stroke-dashoffset.stroke-linecap.stroke-linejoin.stroke-miterlimit.stroke-opacity.stroke.stroke-width.style.surfacescale.systemlanguage.tabindex.tablevalues.targetx.targety.transform.transform-origin.text-anchor.text-decoration.text-orientation.text-rendering.textlength.type.u1.u2.unicode.values.vector-effect.viewbox.visibility.version.vert-adv-y.vert-origin-x.vert-origin-y.width.word-spacing.wrap.writing-mode.xchannelselector.ychannelselector.x.x1.x2.xmlns.y.y1.y2.z.zoomandpan".split(".")), Ar = V(/* @__PURE__ */ "accent.accentunder.align.bevelled.close.columnalign.columnlines.columnspacing.columnspan.denomalign.depth.dir.display.displaystyle.encoding.fence.frame.height.href.id.largeop.length.linethickness.lquote.lspace.mathbackground.mathcolor.mathsize.mathvariant.maxsize.minsize.movablelimits.notation.numalign.open.rowalign.rowlines.rowspacing.rowspan.rspace.rquote.scriptlevel.scriptminsize.scriptsizemultiplier.selection.separator.separators.stretchy.subscriptshift.supscriptshift.symmetric.voffset.width.xmlns".split(".")), jr = V([
	"xlink:href",
	"xml:id",
	"xlink:title",
	"xml:space",
	"xmlns:xlink"
]), Mr = H(/{{[\w\W]*|^[\w\W]*}}/g), Nr = H(/<%[\w\W]*|^[\w\W]*%>/g), Pr = H(/\${[\w\W]*/g), Fr = H(/{{|}}|\${|<%|%>|&lt;%|%&gt;/), Ir = H(/^data-[\-\w.\u00B7-\uFFFF]+$/), Lr = H(/^aria-[\-\w]+$/), Rr = H(/^(?:(?:(?:f|ht)tps?|mailto|tel|callto|sms|cid|xmpp|matrix):|[^a-z]|[a-z+.\-]+(?:[^a-z+.\-:]|$))/i), zr = H(/^(?:\w+script|data):/i), Br = H(/[\u0000-\u0020\u00A0\u1680\u180E\u2000-\u2029\u205F\u3000]/g), Vr = H(/^html$/i), Hr = H(/^[a-z][.\w]*(-[.\w]+)+$/i), Ur = H(/<[/\w!]/g), Wr = H(/<[/\w]/g), Gr = H(/<\/no(script|embed|frames)/i), Kr = H(/\/>/i), qr = H(/((--!?|])>)|<\/(style|script|title|xmp|textarea|noscript|iframe|noembed|noframes)/i), Jr = H(/^[\r\n\t ]+/), J = {
	element: 1,
	text: 3,
	processingInstruction: 7,
	comment: 8,
	document: 9,
	documentFragment: 11
}, Yr = V(K({}, [
	"style",
	"script",
	"xmp",
	"iframe",
	"noembed",
	"noframes",
	"plaintext",
	"noscript"
])), Xr = function() {
	return typeof window > "u" ? null : window;
}, Zr = function(e, t) {
	if (typeof e != "object" || typeof e.createPolicy != "function") return null;
	let n = null, r = "data-tt-policy-suffix";
	t && t.hasAttribute(r) && (n = t.getAttribute(r));
	let i = "dompurify" + (n ? "#" + n : "");
	try {
		return e.createPolicy(i, {
			createHTML(e) {
				return e;
			},
			createScriptURL(e) {
				return e;
			}
		});
	} catch {
		return console.warn("TrustedTypes policy " + i + " could not be created."), null;
	}
}, Qr = function() {
	return {
		afterSanitizeAttributes: [],
		afterSanitizeElements: [],
		afterSanitizeShadowDOM: [],
		beforeSanitizeAttributes: [],
		beforeSanitizeElements: [],
		beforeSanitizeShadowDOM: [],
		uponSanitizeAttribute: [],
		uponSanitizeElement: [],
		uponSanitizeShadowNode: []
	};
}, $r = function(e, t, n, r) {
	return U(e, t) && Zn(e[t]) ? K(r.base ? _r(r.base) : {}, e[t], r.transform) : n;
}, ei = function(e, t, n) {
	let r = U(e, t) ? e[t] : void 0;
	return r && typeof r == "object" ? gr(r) : n;
};
function ti() {
	let e = arguments.length > 0 && arguments[0] !== void 0 ? arguments[0] : Xr(), t = (e) => ti(e);
	if (t.version = "3.4.18", t.removed = [], !e || !e.document || e.document.nodeType !== J.document || !e.Element) return t.isSupported = !1, t;
	let n = e.document, r = n, i = r.currentScript, a = e.HTMLTemplateElement, o = e.Node, s = e.Element, c = e.NodeFilter, l = e.DOMParser, u = e.trustedTypes, d = s.prototype, f = q(d, "cloneNode"), p = q(d, "remove"), m = q(d, "removeAttributeNode"), h = q(d, "nextSibling"), g = q(d, "childNodes"), ee = q(d, "parentNode"), te = q(d, "shadowRoot"), ne = q(d, "attributes"), _ = o && o.prototype ? q(o.prototype, "nodeType") : null, re = o && o.prototype ? q(o.prototype, "nodeName") : null, ie = o && o.prototype ? q(o.prototype, "ownerDocument") : null, v = function(e) {
		return _ ? _(e) : e.nodeType;
	}, y = function(e) {
		return re ? re(e) : e.nodeName;
	}, ae = yr(d, "namespaceURI"), oe = function(e) {
		return ae ? ae(e) : e.namespaceURI;
	};
	if (typeof a == "function") {
		let e = n.createElement("template");
		e.content && e.content.ownerDocument && (n = e.content.ownerDocument);
	}
	let b, se = "", ce, le = !1, ue = 0, de = function() {
		if (ue > 0) throw pr("A configured TRUSTED_TYPES_POLICY callback (createHTML or createScriptURL) must not call DOMPurify.sanitize, as that causes infinite recursion. Do not pass a policy whose callbacks wrap DOMPurify as TRUSTED_TYPES_POLICY; see the \"DOMPurify and Trusted Types\" section of the README.");
	}, x = function(e) {
		de(), ue++;
		try {
			return b.createHTML(e);
		} finally {
			ue--;
		}
	}, fe = function(e) {
		return b && We ? x(e) : e;
	}, pe = function(e) {
		de(), ue++;
		try {
			return b.createScriptURL(e);
		} finally {
			ue--;
		}
	}, me = function() {
		return le ||= (ce = Zr(u, i), !0), ce;
	}, he = n, ge = he.implementation, _e = he.createNodeIterator, ve = he.createDocumentFragment, ye = he.getElementsByTagName, be = r.importNode, S = Qr();
	t.isSupported = typeof Fn == "function" && typeof ee == "function" && ge && ge.createHTMLDocument !== void 0;
	let xe = Mr, Se = Nr, C = Pr, Ce = Ir, w = Lr, we = zr, Te = Br, Ee = Hr, De = Rr, T = null, Oe = K({}, [
		...xr,
		...Sr,
		...Cr,
		...Tr,
		...Dr
	]), E = null, ke = K({}, [
		...Or,
		...kr,
		...Ar,
		...jr
	]), D = null, Ae = null, je = null, Me = Object.seal(Vn(null, {
		tagCheck: {
			writable: !0,
			configurable: !1,
			enumerable: !0,
			value: null
		},
		attributeCheck: {
			writable: !0,
			configurable: !1,
			enumerable: !0,
			value: null
		}
	})), Ne = !0, Pe = !0, Fe = !1, Ie = !0, O = !1, k = !0, Le = !1, Re = !1, ze = null, Be = null, Ve = !1, He = !1, Ue = !1, We = !1, Ge = !0, Ke = !1, qe = "user-content-", Je = !0, Ye = !1, Xe = null, Ze = !1, Qe = null, $e = K({}, /* @__PURE__ */ "annotation-xml.audio.colgroup.desc.foreignobject.head.iframe.math.mi.mn.mo.ms.mtext.noembed.noframes.noscript.plaintext.script.selectedcontent.style.svg.template.thead.title.video.xmp".split(".")), et = null, tt = K({}, [
		"audio",
		"video",
		"img",
		"source",
		"image",
		"track"
	]), nt = null, rt = K({}, [
		"alt",
		"class",
		"for",
		"id",
		"label",
		"name",
		"pattern",
		"placeholder",
		"role",
		"summary",
		"title",
		"value",
		"style",
		"xmlns"
	]), it = "http://www.w3.org/1998/Math/MathML", at = "http://www.w3.org/2000/svg", A = "http://www.w3.org/1999/xhtml", ot = A, j = !1, st = null, ct = K({}, [
		it,
		at,
		A
	], nr), lt = V(K({}, [
		"mi",
		"mo",
		"mn",
		"ms",
		"mtext"
	])), ut = null, dt = V(K({}, ["annotation-xml"])), ft = null, pt = V(Vn(null)), M = K({}, [
		"title",
		"style",
		"font",
		"a",
		"script"
	]), mt = null, ht = ["application/xhtml+xml", "text/html"], N = null, P = null, gt = n.createElement("form"), _t = function(e) {
		return e instanceof RegExp || e instanceof Function;
	}, vt = function() {
		let e = arguments.length > 0 && arguments[0] !== void 0 ? arguments[0] : {};
		e && typeof e == "object" || (e = {}), e = gr(e), mt = ht.indexOf(e.PARSER_MEDIA_TYPE) === -1 ? "text/html" : e.PARSER_MEDIA_TYPE, N = mt === "application/xhtml+xml" ? nr : tr, T = $r(e, "ALLOWED_TAGS", Oe, { transform: N }), E = $r(e, "ALLOWED_ATTR", ke, { transform: N }), st = $r(e, "ALLOWED_NAMESPACES", ct, { transform: nr }), nt = $r(e, "ADD_URI_SAFE_ATTR", rt, {
			transform: N,
			base: rt
		}), et = $r(e, "ADD_DATA_URI_TAGS", tt, {
			transform: N,
			base: tt
		}), Qe = $r(e, "FORBID_CONTENTS", $e, { transform: N }), Ae = $r(e, "FORBID_TAGS", Vn(null), { transform: N }), je = $r(e, "FORBID_ATTR", Vn(null), { transform: N }), Ze = U(e, "USE_PROFILES") ? e.USE_PROFILES && typeof e.USE_PROFILES == "object" ? gr(e.USE_PROFILES) : e.USE_PROFILES : !1, Ne = e.ALLOW_ARIA_ATTR !== !1, Pe = e.ALLOW_DATA_ATTR !== !1, Fe = e.ALLOW_UNKNOWN_PROTOCOLS || !1, Ie = e.ALLOW_SELF_CLOSE_IN_ATTR !== !1, O = e.SAFE_FOR_TEMPLATES || !1, k = e.SAFE_FOR_XML !== !1, Le = e.WHOLE_DOCUMENT || !1, He = e.RETURN_DOM || !1, Ue = e.RETURN_DOM_FRAGMENT || !1, We = e.RETURN_TRUSTED_TYPE || !1, Ve = e.FORCE_BODY || !1, Ge = e.SANITIZE_DOM !== !1, Ke = e.SANITIZE_NAMED_PROPS || !1, Je = e.KEEP_CONTENT !== !1, Ye = e.IN_PLACE || !1, De = br(e.ALLOWED_URI_REGEXP) ? e.ALLOWED_URI_REGEXP : Rr, ot = typeof e.NAMESPACE == "string" ? e.NAMESPACE : A, ut = ei(e, "MATHML_TEXT_INTEGRATION_POINTS", lt), ft = ei(e, "HTML_INTEGRATION_POINTS", dt);
		let t = ei(e, "CUSTOM_ELEMENT_HANDLING", pt);
		if (D = Vn(null), U(t, "tagNameCheck") && _t(t.tagNameCheck) && (D.tagNameCheck = t.tagNameCheck), U(t, "attributeNameCheck") && _t(t.attributeNameCheck) && (D.attributeNameCheck = t.attributeNameCheck), U(t, "allowCustomizedBuiltInElements") && typeof t.allowCustomizedBuiltInElements == "boolean" && (D.allowCustomizedBuiltInElements = t.allowCustomizedBuiltInElements), H(D), O && (Pe = !1), Ue && (He = !0), Ze && ((U(e, "ALLOWED_TAGS") || U(e, "ALLOWED_ATTR")) && typeof console < "u" && typeof console.warn == "function" && console.warn("DOMPurify: USE_PROFILES overrides ALLOWED_TAGS and ALLOWED_ATTR. Do not use these options together."), T = K({}, Dr), E = Vn(null), Ze.html === !0 && (K(T, xr), K(E, Or)), Ze.svg === !0 && (K(T, Sr), K(E, kr), K(E, jr)), Ze.svgFilters === !0 && (K(T, Cr), K(E, kr), K(E, jr)), Ze.mathMl === !0 && (K(T, Tr), K(E, Ar), K(E, jr))), Me.tagCheck = null, Me.attributeCheck = null, U(e, "ADD_TAGS") && (typeof e.ADD_TAGS == "function" ? Me.tagCheck = e.ADD_TAGS : Zn(e.ADD_TAGS) && (T === Oe && (T = _r(T)), K(T, e.ADD_TAGS, N))), U(e, "ADD_ATTR") && (typeof e.ADD_ATTR == "function" ? Me.attributeCheck = e.ADD_ATTR : Zn(e.ADD_ATTR) && (E === ke && (E = _r(E)), K(E, e.ADD_ATTR, N))), U(e, "ADD_FORBID_CONTENTS") && Zn(e.ADD_FORBID_CONTENTS) && (Qe === $e && (Qe = _r(Qe)), K(Qe, e.ADD_FORBID_CONTENTS, N)), Je && (T["#text"] = !0), Le && K(T, [
			"html",
			"head",
			"body"
		]), T.table && (T.tbody = !0, delete Ae.tbody), e.TRUSTED_TYPES_POLICY) {
			if (typeof e.TRUSTED_TYPES_POLICY.createHTML != "function") throw pr("TRUSTED_TYPES_POLICY configuration option must provide a \"createHTML\" hook.");
			if (typeof e.TRUSTED_TYPES_POLICY.createScriptURL != "function") throw pr("TRUSTED_TYPES_POLICY configuration option must provide a \"createScriptURL\" hook.");
			let t = b;
			b = e.TRUSTED_TYPES_POLICY;
			try {
				se = x("");
			} catch (e) {
				throw b = t, e;
			}
		} else e.TRUSTED_TYPES_POLICY === null ? (b = void 0, se = "") : (b === void 0 && (b = me()), b && typeof se == "string" && (se = x("")));
		P = V(e);
	}, yt = K({}, [
		...Sr,
		...Cr,
		...wr
	]), bt = K({}, [...Tr, ...Er]), xt = function(e, t, n) {
		return t === A ? e === "svg" : t === it ? e === "svg" && (n === "annotation-xml" || ut[n]) : !!yt[e];
	}, St = function(e, t, n) {
		return t === A ? e === "math" : t === at ? e === "math" && ft[n] : !!bt[e];
	}, Ct = function(e, t, n) {
		return t === at && !ft[n] || t === it && !ut[n] ? !1 : !bt[e] && (M[e] || !yt[e]);
	}, wt = function(e) {
		let t = oe(e), n = tr(y(e)), r = ee(e), i = ot, a = "template";
		return r && v(r) === J.element && (i = oe(r), a = tr(y(r))), st[t] ? t === at ? xt(n, i, a) : t === it ? St(n, i, a) : t === A ? Ct(n, i, a) : mt === "application/xhtml+xml" : !1;
	}, Tt = function(e) {
		Jn(t.removed, { element: e });
		try {
			ee(e).removeChild(e);
		} catch {
			if (p(e), !ee(e)) throw pr("a node selected for removal could not be detached from its tree and cannot be safely returned; refusing to sanitize in place");
		}
	}, Et = function(e, t, n) {
		try {
			m(e, t);
		} catch {
			try {
				e.removeAttribute(n);
			} catch {}
		}
	}, Dt = function(e) {
		jt(e);
		let t = g(e);
		t && Gn(Yn(t), (e) => {
			try {
				p(e);
			} catch {}
		}), v(e) === J.element && kt(e, !1);
	}, Ot = function(e, n, r) {
		if (!r) try {
			r = n.getAttributeNode(e);
		} catch {
			r = null;
		}
		if (Jn(t.removed, {
			attribute: r || null,
			from: n
		}), r) Et(n, r, e);
		else try {
			n.removeAttribute(e);
		} catch {}
		if (e === "is") {
			if (He || Ue) try {
				Tt(n);
			} catch {}
			else try {
				n.setAttribute(e, "");
			} catch {}
		}
	}, kt = function(e, t) {
		let n = ne(e);
		if (n) for (let r = n.length - 1; r >= 0; --r) {
			let i = n[r], a = i && i.name;
			typeof a == "string" && !(t && E[N(a)]) && Et(e, i, a);
		}
	}, At = function(e, t) {
		let n = arguments.length > 2 && arguments[2] !== void 0 && arguments[2], r = [e];
		for (; r.length > 0;) {
			let e = r.pop();
			if (t(e) === !1) continue;
			if (n && v(e) === J.element) {
				let t = te(e);
				R(t) && r.push(t);
			}
			let i = g(e);
			if (i) for (let e = i.length - 1; e >= 0; --e) r.push(i[e]);
		}
	}, jt = function(e) {
		At(e, (e) => {
			v(e) === J.element && kt(e, !0);
		});
	}, Mt = function(e) {
		let t = [];
		return At(e, (e) => {
			t.push(e);
		}, !0), t;
	}, Nt = function(e, t) {
		let n = Qn();
		Gn(Mt(e), (e) => {
			v(e) === J.element && $n(n, e);
		}), Gn(t, (e) => {
			v(e) === J.element && !er(n, e) && kt(e, !0);
		});
	}, F = function(e, n) {
		let r = !1;
		return Gn(t.removed, (t) => {
			t.element && (r ||= t.element === e, jt(t.element));
		}), Nt(e, n), r;
	}, Pt = function(e, t) {
		let n = Xe, r = null, i = () => (r || (r = Qn(), Gn(t, (e) => {
			$n(r, e);
		})), r);
		for (let t = 0;; t++) {
			let r = Mt(e), a = [e], o = !1;
			if (Gn(r, (e) => {
				v(e) === J.documentFragment ? Jn(a, e) : !o && !er(n, e) && (o = er(i(), e));
			}), !o) return;
			if (t >= 8) throw pr("the tree kept changing during in-place sanitization; refusing to return it");
			Gn(a, (t, n) => {
				I(t, n > 0, e, i());
			});
		}
	}, I = function(e, t, n, r) {
		let i = zt(e), a;
		for (; a = i.nextNode();) er(r, a) && !er(Xe, a) && (t && z(S.uponSanitizeShadowNode, a, null), rn(a, n));
	}, Ft = function(e) {
		Xe && $n(Xe, e);
	}, It = function(e, t) {
		return k ? e === "patchsrc" || e === "for" && t !== "label" && t !== "output" : !1;
	}, Lt = function(e) {
		k && At(e, (e) => {
			let t = v(e);
			if (t === J.processingInstruction || t === J.comment && W(Wr, e.data)) {
				try {
					p(e);
				} catch {}
				return !1;
			}
			if (t === J.element) {
				let t = e, n = N(y(e));
				try {
					t.hasAttribute && t.hasAttribute("patchsrc") && t.removeAttribute("patchsrc"), t.hasAttribute && t.hasAttribute("for") && It("for", n) && t.removeAttribute("for");
				} catch {}
			}
			return !0;
		});
	}, Rt = function(e) {
		let t = null, r = null;
		if (Ve) e = "<remove></remove>" + e;
		else {
			let t = rr(e, Jr);
			r = t && t[0];
		}
		mt === "application/xhtml+xml" && ot === A && (e = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head></head><body>" + e + "</body></html>");
		let i = b ? x(e) : e;
		if (ot === A) try {
			t = new l().parseFromString(i, mt);
		} catch {}
		if (!t || !t.documentElement) {
			t = ge.createDocument(ot, "template", null);
			try {
				t.documentElement.innerHTML = j ? se : i;
			} catch {}
		}
		let a = t.body || t.documentElement;
		return e && r && a.insertBefore(n.createTextNode(r), a.childNodes[0] || null), ot === A ? ye.call(t, Le ? "html" : "body")[0] : Le ? t.documentElement : a;
	}, zt = function(e) {
		let t = arguments.length > 1 && arguments[1] !== void 0 && arguments[1], n = ie ? ie(e) : e.ownerDocument;
		return _e.call(n || e, e, (t ? 0 : c.SHOW_ELEMENT) | c.SHOW_COMMENT | c.SHOW_TEXT | c.SHOW_PROCESSING_INSTRUCTION | c.SHOW_CDATA_SECTION, null);
	}, Bt = function(e) {
		return e = ir(e, xe, " "), e = ir(e, Se, " "), e = ir(e, C, " "), e;
	}, L = function(e) {
		Vt(e);
		let t = e.querySelectorAll?.call(e, "template");
		t && Gn(t, (e) => {
			R(e.content) && L(e.content);
		});
	}, Vt = function(e) {
		e.normalize();
		let t = zt(e, !0), n = t.nextNode();
		for (; n;) n.data = Bt(n.data), n = t.nextNode();
	}, Ht = function(e) {
		let t = re ? re(e) : null;
		return typeof t != "string" || N(t) !== "form" ? !1 : typeof e.nodeName != "string" || typeof e.textContent != "string" || typeof e.removeChild != "function" || e.attributes !== ne(e) || typeof e.removeAttribute != "function" || typeof e.removeAttributeNode != "function" || typeof e.getAttributeNode != "function" || typeof e.setAttribute != "function" || typeof e.namespaceURI != "string" || typeof e.insertBefore != "function" || typeof e.hasChildNodes != "function" || e.nodeType !== _(e) || e.childNodes !== g(e);
	}, Ut = function(e) {
		if (!_ || typeof e != "object" || !e) return null;
		try {
			let t = _(e);
			return typeof t == "number" ? t : null;
		} catch {
			return null;
		}
	}, R = function(e) {
		return Ut(e) === J.documentFragment;
	}, Wt = function(e) {
		return Ut(e) !== null;
	};
	function z(e, n, r) {
		e.length !== 0 && Gn(e, (e) => {
			e.call(t, n, r, P);
		});
	}
	let B = function(e, t, n) {
		return !!(k && n === J.element && e.hasChildNodes() && !Wt(e.firstElementChild) && W(Ur, e.textContent) && W(Ur, e.innerHTML) || k && Yr[t] && n === J.element && oe(e) === A && (Wt(e.firstElementChild) || typeof e.textContent == "string" && W(Ur, e.textContent)) || n === J.processingInstruction || k && n === J.comment && W(Wr, e.data));
	}, Gt = function(e, t) {
		return e instanceof RegExp ? W(e, t) : e instanceof Function && !!e(t, ...[...arguments].slice(2));
	}, Kt = function(e, t, n) {
		if (!Ae[t] && Qt(t) && Gt(D.tagNameCheck, t)) return !1;
		if (Je && !Qe[t] && !Qe[tr(t)]) {
			let t = ee(e), r = g(e);
			if (r && t) {
				let i = r.length;
				for (let a = i - 1; a >= 0; --a) {
					let i = e === n ? f(r[a], !0) : r[a];
					t.insertBefore(i, h(e));
				}
			}
		}
		return Tt(e), !0;
	}, qt = function(e, t, n, r) {
		return e.length === 0 ? t : t === n || t === r ? _r(t) : t;
	}, Jt = function(e, t) {
		return e === t || ee(e) !== null ? !1 : (Ye && jt(e), !0);
	}, Yt = function(e, n) {
		if (Ft(e), z(S.beforeSanitizeElements, e, null), Jt(e, n)) return !0;
		if (Ht(e)) return Tt(e), !0;
		let r = N(y(e)), i = v(e);
		if (T = qt(S.uponSanitizeElement, T, Oe, ze), z(S.uponSanitizeElement, e, {
			tagName: r,
			allowedTags: T
		}), Jt(e, n)) return !0;
		if (B(e, r, i)) return Tt(e), !0;
		if (Ae[r] || !(Me.tagCheck instanceof Function && Me.tagCheck(r)) && !T[r]) {
			let t = Kt(e, r, n);
			return t === !1 && (z(S.afterSanitizeElements, e, null), Jt(e, n)) ? !0 : t;
		}
		if (i === J.element && !wt(e) || (r === "noscript" || r === "noembed" || r === "noframes") && W(Gr, e.innerHTML)) return Tt(e), !0;
		if (O && i === J.text) {
			let n = e.textContent, r = Bt(n);
			n !== r && (Jn(t.removed, { element: e.cloneNode() }), e.textContent = r);
		}
		return z(S.afterSanitizeElements, e, null), Jt(e, n);
	}, Xt = function(e, t, r) {
		if (je[t] || It(t, e) || Ge && (t === "id" || t === "name") && (r in n || r in gt)) return !1;
		let i = E[t] || Me.attributeCheck instanceof Function && Me.attributeCheck(t, e);
		if (Pe && W(Ce, t) || Ne && W(w, t)) return !0;
		if (!i) return Qt(e) && Gt(D.tagNameCheck, e) && Gt(D.attributeNameCheck, t, e) || t === "is" && D.allowCustomizedBuiltInElements && Gt(D.tagNameCheck, r);
		if (nt[t]) return !0;
		let a = ir(r, Te, "");
		return W(De, a) || (t === "src" || t === "xlink:href" || t === "href") && e !== "script" && ar(r, "data:") === 0 && et[e] || Fe && !W(we, a) ? !0 : !r;
	}, Zt = K({}, [
		"annotation-xml",
		"color-profile",
		"font-face",
		"font-face-format",
		"font-face-name",
		"font-face-src",
		"font-face-uri",
		"missing-glyph"
	]), Qt = function(e) {
		return !Zt[tr(e)] && W(Ee, e);
	}, $t = function(e, t, n, r) {
		if (b && typeof u == "object" && typeof u.getAttributeType == "function" && !n) switch (u.getAttributeType(e, t)) {
			case "TrustedHTML": return x(r);
			case "TrustedScriptURL": return pe(r);
		}
		return r;
	}, en = function(e, t, n, r) {
		try {
			return n ? e.setAttributeNS(n, t, r) : e.setAttribute(t, r), !Ht(e) || (Tt(e), !1);
		} catch {
			return Ot(t, e), !1;
		}
	}, tn = function(e, t) {
		return k && W(qr, t) ? !0 : tr(e) === "attributename" && ar(t, "href") !== -1;
	}, nn = function(e, n) {
		if (z(S.beforeSanitizeAttributes, e, null), Jt(e, n)) return;
		let r = e.attributes;
		if (!r || Ht(e)) return;
		E = qt(S.uponSanitizeAttribute, E, ke, Be);
		let i = {
			attrName: "",
			attrValue: "",
			keepAttr: !0,
			allowedAttributes: E,
			forceKeepAttr: void 0
		}, a = r.length, o = N(y(e));
		for (; a--;) {
			let n = r[a], s = n.name, c = n.namespaceURI, l = n.value, u = N(s), d = l, f = s === "value" ? d : or(d), p = !1;
			i.attrName = u, i.attrValue = f, i.keepAttr = !0, i.forceKeepAttr = void 0, z(S.uponSanitizeAttribute, e, i), f = i.attrValue, Ke && (u === "id" || u === "name") && ar(f, qe) !== 0 && (Ot(s, e, n), f = qe + f, p = !0), tn(s, f) ? Ot(s, e, n) : i.forceKeepAttr || (i.keepAttr ? !Ie && W(Kr, f) ? Ot(s, e, n) : (O && (f = Bt(f)), Xt(o, u, f) ? (f = $t(o, u, c, f), f !== d && en(e, s, c, f) && p && qn(t.removed)) : Ot(s, e, n)) : Ot(s, e, n));
		}
		z(S.afterSanitizeAttributes, e, null), Jt(e, n);
	}, rn = function(e, t) {
		Yt(e, t), nn(e, t), R(e.content) && an(e.content);
	}, an = function(e) {
		let t = null, n = zt(e);
		for (z(S.beforeSanitizeShadowDOM, e, null); t = n.nextNode();) if (z(S.uponSanitizeShadowNode, t, null), rn(t, e), v(t) === J.element) {
			let e = te(t);
			R(e) && (on(e), an(e));
		}
		O && Vt(e), z(S.afterSanitizeShadowDOM, e, null);
	}, on = function(e) {
		let t = [{
			node: e,
			shadow: null
		}];
		for (; t.length > 0;) {
			let e = t.pop();
			if (e.shadow) {
				an(e.shadow);
				continue;
			}
			let n = e.node, r = v(n) === J.element, i = g(n);
			if (i) for (let e = i.length - 1; e >= 0; --e) t.push({
				node: i[e],
				shadow: null
			});
			if (r) {
				let e = re ? re(n) : null;
				if (typeof e == "string" && N(e) === "template") {
					let e = n.content;
					R(e) && t.push({
						node: e,
						shadow: null
					});
				}
			}
			if (r) {
				let e = te(n);
				R(e) && t.push({
					node: null,
					shadow: e
				}, {
					node: e,
					shadow: null
				});
			}
		}
	};
	return t.sanitize = function(e) {
		let n = arguments.length > 1 && arguments[1] !== void 0 ? arguments[1] : {}, i = null, a = null, o = null, s = null;
		if (j = !e, j && (e = "<!-->"), typeof e != "string" && !Wt(e) && (e = vr(e), typeof e != "string")) throw pr("dirty is not a string, aborting");
		if (!t.isSupported) return e;
		Re ? (T = ze, E = Be) : vt(n), t.removed = [];
		let c = Ye && typeof e != "string" && Wt(e), l = [], u = Xe;
		if (c) {
			Lt(e);
			let t = y(e);
			if (typeof t == "string") {
				let n = N(t);
				if (!T[n] || Ae[n]) throw Dt(e), pr("root node is forbidden and cannot be sanitized in-place");
			}
			if (Ht(e)) throw Dt(e), pr("root node is clobbered and cannot be sanitized in-place");
			l = Mt(e), Xe = Qn();
		} else if (Wt(e)) i = Rt("<!---->"), a = i.ownerDocument.importNode(e, !0), a.nodeType === J.element && a.nodeName === "BODY" || a.nodeName === "HTML" ? i = a : i.appendChild(a), on(i);
		else {
			if (!He && !O && !Le && e.indexOf("<") === -1) return fe(e);
			if (i = Rt(e), !i) return He ? null : We ? se : "";
		}
		i && Ve && Tt(i.firstChild);
		let d = c ? e : i;
		try {
			c && on(e);
			let t = zt(d);
			for (; o = t.nextNode();) rn(o, d);
			c && Pt(e, l);
		} catch (t) {
			throw c && (Dt(e), F(e, l)), t;
		} finally {
			Xe = u;
		}
		if (c) {
			if (F(e, l)) throw pr("a node selected for removal could not be safely returned; refusing to sanitize in place");
			return O && L(e), e;
		}
		if (He) {
			if (O && L(i), Ue) for (s = ve.call(i.ownerDocument); i.firstChild;) s.appendChild(i.firstChild);
			else s = i;
			return (E.shadowroot || E.shadowrootmode) && (s = be.call(r, s, !0)), s;
		}
		let f = () => Le ? i.outerHTML : i.innerHTML, p = f();
		return O && W(Fr, p) && (Vt(i), p = f()), Le && T["!doctype"] && i.ownerDocument && i.ownerDocument.doctype && i.ownerDocument.doctype.name && W(Vr, i.ownerDocument.doctype.name) && (p = "<!DOCTYPE " + i.ownerDocument.doctype.name + ">\n" + p), fe(p);
	}, t.setConfig = function() {
		let e = arguments.length > 0 && arguments[0] !== void 0 ? arguments[0] : {};
		vt(e), Re = !0, ze = T, Be = E;
	}, t.clearConfig = function() {
		P = null, Re = !1, ze = null, Be = null, b = ce, se = "";
	}, t.isValidAttribute = function(e, t, n) {
		P || vt({});
		let r = N(e), i = N(t);
		return typeof n == "string" && (tn(t, n) || !Ie && W(Kr, n)) ? !1 : Xt(r, i, n);
	}, t.addHook = function(e, t) {
		typeof t == "function" && U(S, e) && Jn(S[e], t);
	}, t.removeHook = function(e, t) {
		if (U(S, e)) {
			if (t !== void 0) {
				let n = Kn(S[e], t);
				return n === -1 ? void 0 : Xn(S[e], n, 1)[0];
			}
			return qn(S[e]);
		}
	}, t.removeHooks = function(e) {
		U(S, e) && (S[e] = []);
	}, t.removeAllHooks = function() {
		S = Qr();
	}, t;
}
var ni = ti();
// node_modules/marked/lib/marked.esm.js
function ri() {
	return {
		async: !1,
		breaks: !1,
		extensions: null,
		gfm: !0,
		hooks: null,
		pedantic: !1,
		renderer: null,
		silent: !1,
		tokenizer: null,
		walkTokens: null
	};
}
var ii = ri();
function ai(e) {
	ii = e;
}
var oi = { exec: () => null };
function si(e) {
	let t = [];
	return (n) => {
		let r = Math.max(0, Math.min(3, n - 1)), i = t[r];
		return i || (i = e(r), t[r] = i), i;
	};
}
function Y(e, t = "") {
	let n = typeof e == "string" ? e : e.source, r = {
		replace: (e, t) => {
			let i = typeof t == "string" ? t : t.source;
			return i = i.replace(X.caret, "$1"), n = n.replace(e, i), r;
		},
		getRegex: () => new RegExp(n, t)
	};
	return r;
}
var ci = ((e = "") => {
	try {
		return !!RegExp("(?<=1)(?<!1)" + e);
	} catch {
		return !1;
	}
})(), X = {
	codeRemoveIndent: /^(?: {0,3}\t| {1,4})/gm,
	listInterruptsParagraph: /^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/,
	outputLinkReplace: /\\([\[\]])/g,
	indentCodeCompensation: /^(\s+)(?:```)/,
	beginningSpace: /^\s+/,
	endingHash: /#$/,
	startingSpaceChar: /^ /,
	endingSpaceChar: / $/,
	endingSpaceTabChar: /[ \t]$/,
	nonSpaceChar: /[^ ]/,
	newLineCharGlobal: /\n/g,
	tabCharGlobal: /\t/g,
	leadingSpaceTab: /^[ \t]+/,
	multipleSpaceGlobal: /\s+/g,
	blankLine: /^[ \t]*$/,
	doubleBlankLine: /\n[ \t]*\n[ \t]*$/,
	blockquoteStart: /^ {0,3}>/,
	blockquoteSetextReplace: /\n {0,3}((?:=+|-+)[ \t]*)(?=\n|$)/g,
	blockquoteSetextReplace2: /^ {0,3}>[ \t]?/gm,
	blockquoteMarkerWhitespace: /^( {0,3}>)(\t[ \t]*)/gm,
	nestedBlockMarker: /^ {0,3}(?:(?:[*+-]|\d{1,9}[.)])(?: |$)|> ?)/,
	listReplaceNesting: /^ {1,4}(?=( {4})*[^ ])/g,
	listIsTask: /^\[[ xX]\][ \t]+\S/,
	listReplaceTask: /^\[[ xX]\][ \t]+/,
	listTaskCheckbox: /\[[ xX]\]/,
	anyLine: /\n.*\n/,
	hrefBrackets: /^<(.*)>$/,
	tableDelimiter: /[:|]/,
	tableAlignChars: /^\||\| *$/g,
	tableRowBlankLine: /\n[ \t]*$/,
	tableAlignRight: /^ *-+: *$/,
	tableAlignCenter: /^ *:-+: *$/,
	tableAlignLeft: /^ *:-+ *$/,
	startATag: /^<a /i,
	endATag: /^<\/a>/i,
	startPreScriptTag: /^<(pre|code|kbd|script)(\s|>)/i,
	endPreScriptTag: /^<\/(pre|code|kbd|script)(\s|>)/i,
	startAngleBracket: /^</,
	endAngleBracket: />$/,
	pedanticHrefTitle: /^([^'"]*[^\s])\s+(['"])(.*)\2/,
	unicodeAlphaNumeric: /[\p{L}\p{N}]/u,
	numericCharacterReference: /&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));/,
	numericCharacterReferenceOrAmpersand: /&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g,
	escapeTest: /[&<>"']/,
	escapeReplace: /[&<>"']/g,
	escapeTestNoEncode: /[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/,
	escapeReplaceNoEncode: /[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g,
	caret: /(^|[^\[])\^/g,
	percentDecode: /%25/g,
	findPipe: /\|/g,
	splitPipe: / \|/,
	slashPipe: /\\\|/g,
	carriageReturn: /\r\n|\r/g,
	spaceLine: /^ +$/gm,
	notSpaceStart: /^\S*/,
	endingNewline: /\n$/,
	listItemRegex: (e) => RegExp(`^( {0,3}${e})((?:[	 ][^\\n]*)?(?:\\n|$))`),
	nextBulletRegex: si((e) => RegExp(`^ {0,${e}}(?:[*+-]|\\d{1,9}[.)])((?:[ 	][^\\n]*)?(?:\\n|$))`)),
	hrRegex: si((e) => RegExp(`^ {0,${e}}((?:-[ 	]*){3,}|(?:_[ 	]*){3,}|(?:\\*[ 	]*){3,})(?:\\n+|$)`)),
	fencesBeginRegex: si((e) => RegExp(`^ {0,${e}}(?:\`\`\`|~~~)`)),
	headingBeginRegex: si((e) => RegExp(`^ {0,${e}}#{1,6}(?:\\s|$)`)),
	pedanticHeadingBeginRegex: si((e) => RegExp(`^ {0,${e}}#`)),
	htmlBeginRegex: si((e) => RegExp(`^ {0,${e}}(?:</?(?:${hi})(?:[ \\t]+|$|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)`, "i")),
	blockquoteBeginRegex: si((e) => RegExp(`^ {0,${e}}>`)),
	nestedContainerMarkers: /^(?: {0,3}(?:(?:[*+-]|\d{1,9}[.)])[ \t]+|>[ \t]?))+/
}, li = /^(?:[ \t]*(?:\n|$))+/, ui = /^((?: {4}| {0,3}\t)[^\n]+(?:\n(?:[ \t]*(?:\n|$))*)?)+/, di = /^ {0,3}(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})([^\n]*)(?:\n|$)(?:|([\s\S]*?)(?:\n|$))(?: {0,3}(?:(?=`)\1`*|(?=~)\1~*) *(?=\n|$)|$)/, fi = /^ {0,3}((?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/, pi = /^ {0,3}(#{1,6})(?=\s|$)(.*)(?:\n+|$)/, mi = / {0,3}(?:[*+-]|\d{1,9}[.)])/, hi = "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul", gi = Y(" {0,3}(?:</?(?:tag)(?:[ \\t]+|\\n|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)").replace("tag", hi).getRegex(), _i = /^(?!bull |blockCode|fences|blockquote|heading|html|table)((?:.|\n(?!\s*?\n|bull |fences|blockquote|heading|hr|html|table))+?)\n {0,3}(=+|-+)[ \t]*(?:\n+|$)/, vi = Y(_i).replace(/bull/g, mi).replace(/blockCode/g, /(?: {4}| {0,3}\t)/).replace(/fences/g, / {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g, / {0,3}>/).replace(/heading/g, / {0,3}#{1,6}(?:\s|$)/).replace(/hr/g, / {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/\|table/g, "").replace(/html/g, gi).getRegex(), yi = Y(_i).replace(/bull/g, mi).replace(/blockCode/g, /(?: {4}| {0,3}\t)/).replace(/fences/g, / {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g, / {0,3}>/).replace(/heading/g, / {0,3}#{1,6}(?:\s|$)/).replace(/hr/g, / {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/table/g, / {0,3}\|?(?:[:\- ]*\|)+[\:\- ]*\n/).replace(/html/g, gi).getRegex(), bi = /^([^\n]+(?:\n(?!hr|heading|lheading|blockquote|fences|list|html|table|[ \t]+\n)[^\n]+)*)/, xi = /^[^\n]+/, Si = /(?!\s*\])(?:\\[\s\S]|[^\[\]\\\n]|\n(?![ \t]*\n))+/, Ci = Y(/^ {0,3}\[(label)\]: *(?:\n[ \t]*)?([^<\s][^\s]*|<(?:\\.|[^\n<>\\])*>)(?:(?: +(?:\n[ \t]*)?| *\n[ \t]*)(title))? *(?:\n+|$)/).replace("label", Si).replace("title", /(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\\n]|\n(?!\n))*'|\((?:\\[\s\S]|[^()\\])*\))/).getRegex(), wi = Y(/^(bull)([ \t][^\n]*?)?(?:\n|$)/).replace(/bull/g, mi).getRegex(), Ti = /<!--(?:-?>|[\s\S]*?(?:-->|$))/, Ei = Y("^ {0,3}(?:<(script|pre|style|textarea)[\\s>][\\s\\S]*?(?:</\\1>[^\\n]*\\n*|$)|comment[^\\n]*(\\n+|$)|<\\?[\\s\\S]*?(?:\\?>[^\\n]*\\n*|$)|<![A-Z][\\s\\S]*?(?:>[^\\n]*\\n*|$)|<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>[^\\n]*\\n*|$)|</?(tag)(?:[ \\t]+|\\n|/?>|$)[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|<(?!(?:script|pre|style|textarea)(?![a-z0-9-]))([a-z][a-z0-9-]*)(?:attribute)*?[ \\t]*/?>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|</[a-z][a-z0-9-]*\\s*>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$))", "i").replace("comment", Ti).replace("tag", hi).replace("attribute", /[ \t]+[a-zA-Z:_][\w.:-]*(?:[ \t]*=[ \t]*"[^"\n]*"|[ \t]*=[ \t]*'[^'\n]*'|[ \t]*=[ \t]*[^\s"'=<>`]+)?/).getRegex(), Di = (e) => Y(bi).replace("hr", fi).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("|lheading", "").replace("|table", "").replace("blockquote", " {0,3}>").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", e).replace("html", gi).getRegex(), Oi = Di(/ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/), ki = Di(/ {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t]|\n|$)/), Ai = {
	blockquote: Y(/^( {0,3}> ?(?:(?![ \t]*(?:\n|$))(paragraph)|[^\n]*)(?:\n|$))+/).replace("paragraph", ki).getRegex(),
	code: ui,
	def: Ci,
	fences: di,
	heading: pi,
	hr: fi,
	html: Ei,
	lheading: vi,
	list: wi,
	newline: li,
	paragraph: Oi,
	table: oi,
	text: xi
}, ji = Y("^ *([^\\n ].*)\\n {0,3}((?:\\| *)?:?-+:? *(?:\\| *:?-+:? *)*(?:\\| *)?)(?:\\n((?:(?! *\\n|hr|heading|blockquote|code|fences|list|html).*(?:\\n|$))*)\\n*|$)").replace("hr", fi).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("blockquote", " {0,3}>").replace("code", "(?: {4}| {0,3}	)[^\\n]").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", " {0,3}(?:[*+-]|1[.)])[ \\t]").replace("html", gi).getRegex(), Mi = {
	...Ai,
	lheading: yi,
	table: ji,
	paragraph: Y(bi).replace("hr", fi).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("|lheading", "").replace("table", ji).replace("blockquote", " {0,3}>").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", " {0,3}(?:[*+-]|1[.)])[ \\t]+[^ \\t\\n]").replace("html", gi).getRegex()
}, Ni = {
	...Ai,
	html: Y("^ *(?:comment(?: *\\n|\\s*$)|<(tag)[\\s\\S]+?</\\1>(?: *\\n{2,}|\\s*$)|<tag(?:\"[^\"]*\"|'[^']*'|\\s[^'\"/>\\s]*)*?/?>(?: *\\n{2,}|\\s*$))").replace("comment", Ti).replace(/tag/g, "(?!(?:a|em|strong|small|s|cite|q|dfn|abbr|data|time|code|var|samp|kbd|sub|sup|i|b|u|mark|ruby|rt|rp|bdi|bdo|span|br|wbr|ins|del|img)\\b)\\w+(?!:|[^\\w\\s@]*@)\\b").getRegex(),
	def: /^ *\[([^\]]+)\]: *<?([^\s>]+)>?(?: +(["(][^\n]+[")]))? *(?:\n+|$)/,
	heading: /^(#{1,6})(.*)(?:\n+|$)/,
	fences: oi,
	lheading: /^(.+?)\n {0,3}(=+|-+) *(?:\n+|$)/,
	paragraph: Y(bi).replace("hr", fi).replace("heading", " *#{1,6} *[^\n]").replace("|table", "").replace("blockquote", " {0,3}>").replace("|fences", "").replace("|list", "").replace("|html", "").replace("|tag", "").replace("lheading", vi).getRegex()
}, Pi = /^\\([!"#$%&'()*+,\-./:;<=>?@\[\]\\^_`{|}~])/, Fi = /^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/, Ii = /^( {2,}|\\)\n(?!\s*$)[ \t]*/, Li = /^(`+|[^`])(?:(?= {2,}\n)|[\s\S]*?(?:(?=[\\<!\[`*_]|\b_|$)|[^ ](?= {2,}\n)))/, Ri = /[\p{P}\p{S}]/u, zi = /[\s\p{P}\p{S}]/u, Bi = /[^\s\p{P}\p{S}]/u, Vi = Y(/^((?![*_])punctSpace)/, "u").replace(/punctSpace/g, zi).getRegex(), Hi = /[\p{Pi}\p{Ps}"']/u, Ui = /(?!~)[\p{P}\p{S}]/u, Wi = /(?!~)[\s\p{P}\p{S}]/u, Gi = /(?:[^\s\p{P}\p{S}]|~)/u, Ki = Y(/link|precode-code|html/, "g").replace("link", /\[(?:[^\[\]`]|(?<a>`+)[^`]+\k<a>(?!`))*?\]\((?:\\[\s\S]|[^\\\(\)]|\((?:\\[\s\S]|[^\\\(\)])*\))*\)/).replace("precode-", ci ? "(?<!`)()" : "(^^|[^`])").replace("code", /(?<b>`+)[^`]+\k<b>(?!`)/).replace("html", /<(?! )[^<>]*?>/).getRegex(), qi = /^(?:\*+(?:((?!\*)punct)|([^\s*]))?)|^_+(?:((?!_)punct)|([^\s_]))?/, Ji = Y(qi, "u").replace(/punct/g, Ri).getRegex(), Yi = Y(qi, "u").replace(/punct/g, Ui).getRegex(), Xi = Y(/^(?:\*+(?:((?!\*)(?!openQuote)punct)|([^\s*]))?)|^_+(?:((?!_)(?!openQuote)punct)|([^\s_]))?/, "u").replace(/openQuote/g, Hi).replace(/punct/g, Ri).getRegex(), Zi = "^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)punctSpace(\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|notPunctSpace(\\*+)(?=notPunctSpace)", Qi = Y(Zi, "gu").replace(/notPunctSpace/g, Bi).replace(/punctSpace/g, zi).replace(/punct/g, Ri).getRegex(), $i = Y(Zi, "gu").replace(/notPunctSpace/g, Gi).replace(/punctSpace/g, Wi).replace(/punct/g, Ui).getRegex(), ea = Y("^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)[\\s](\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|(?:(?!\\*)punct|notPunctSpace)(\\*+)(?!\\*)(?=notPunctSpace)", "gu").replace(/notPunctSpace/g, Bi).replace(/punctSpace/g, zi).replace(/punct/g, Ri).getRegex(), ta = Y("^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)punctSpace(_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)", "gu").replace(/notPunctSpace/g, Bi).replace(/punctSpace/g, zi).replace(/punct/g, Ri).getRegex(), na = Y("^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)[\\s](_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)|(?:(?!_)punct|notPunctSpace)(_+)(?!_)(?=notPunctSpace)", "gu").replace(/notPunctSpace/g, Bi).replace(/punctSpace/g, zi).replace(/punct/g, Ri).getRegex(), ra = Y(/^~~?(?:((?!~)punct)|[^\s~])/, "u").replace(/punct/g, Ri).getRegex(), ia = Y("^[^~]+(?=[^~])|(?!~)punct(~~?)(?=[\\s]|$)|notPunctSpace(~~?)(?!~)(?=punctSpace|$)|(?!~)punctSpace(~~?)(?=notPunctSpace)|[\\s](~~?)(?!~)(?=punct)|(?!~)punct(~~?)(?!~)(?=punct)|notPunctSpace(~~?)(?=notPunctSpace)", "gu").replace(/notPunctSpace/g, Bi).replace(/punctSpace/g, zi).replace(/punct/g, Ri).getRegex(), aa = Y(/\\(punct)/, "gu").replace(/punct/g, Ri).getRegex(), oa = Y(/(`+)(?:[^`]|[^`][\s\S]*?[^`])\1(?!`)|`+|\\(punct)/, "gu").replace(/punct/g, Ri).getRegex(), sa = Y(/^<(scheme:[^\s\x00-\x1f<>]*|email)>/).replace("scheme", /[a-zA-Z][a-zA-Z0-9+.-]{1,31}/).replace("email", /[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+(@)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+(?![-_])/).getRegex(), ca = Y(Ti).replace("(?:-->|$)", "-->").getRegex(), la = Y("^comment|^</[a-zA-Z][a-zA-Z0-9-]*\\s*>|^<[a-zA-Z][a-zA-Z0-9-]*(?:attribute)*?\\s*/?>|^<\\?[\\s\\S]*?\\?>|^<![a-zA-Z]+\\s[\\s\\S]*?>|^<!\\[CDATA\\[[\\s\\S]*?\\]\\]>").replace("comment", ca).replace("attribute", /\s+[a-zA-Z:_][\w.:-]*(?:\s*=\s*"[^"]*"|\s*=\s*'[^']*'|\s*=\s*[^\s"'=<>`]+)?/).getRegex(), ua = /\[(?:\\[\s\S]|[^\[\]\\])*\]/, da = Y(/(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\])|[^\[\]\\`])*?/).replace("brackets", ua).getRegex(), fa = Y(/^!?\[(label)\]\([ \t\n]*(href)(?:(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)(title))?[ \t\n]*\)/).replace("label", da).replace("href", /<(?:\\.|[^\n<>\\])*>|(?!<)[^ \t\n\x00-\x1f]+|(?=\))/).replace("title", /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^)\\])*\)/).getRegex(), pa = Y(/^!?\[(label)\]\[(ref)\]/).replace("label", da).replace("ref", Si).getRegex(), ma = Y(/^!?\[(ref)\](?:\[\])?/).replace("ref", Si).getRegex(), ha = /(?!\s*\])(?:\\[\s\S]|[^\[\]\\]){1,999}/, ga = Y(/(?:[^\[\]\\`]*(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\]))){0,999}?[^\[\]\\`]*?/).replace("brackets", ua).getRegex(), _a = Y("reflink|nolink(?!\\()", "g").replace("reflink", Y(/^!?\[(label)\]\[(ref)\]/).replace("label", ga).replace("ref", ha).getRegex()).replace("nolink", Y(/^!?\[(ref)\](?:\[\])?/).replace("ref", ha).getRegex()).getRegex(), va = /[hH][tT][tT][pP][sS]?|[fF][tT][pP]/, ya = Y(/(?:mailto:email|xmpp:email(?:\/[A-Za-z0-9@.]+)?)/).replace(/email/g, /[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/).getRegex(), ba = {
	_backpedal: oi,
	anyPunctuation: aa,
	anyPunctuationOutsideCode: oa,
	autolink: sa,
	blockSkip: Ki,
	br: Ii,
	code: Fi,
	del: oi,
	delLDelim: oi,
	delRDelim: oi,
	emStrongLDelim: Ji,
	emStrongRDelimAst: Qi,
	emStrongRDelimUnd: ta,
	escape: Pi,
	link: fa,
	nolink: ma,
	punctuation: Vi,
	reflink: pa,
	reflinkSearch: _a,
	tag: la,
	text: Li,
	url: oi
}, xa = {
	...ba,
	emStrongLDelim: Xi,
	emStrongRDelimAst: ea,
	emStrongRDelimUnd: na,
	link: Y(/^!?\[(label)\]\((.*?)\)/).replace("label", da).getRegex(),
	reflink: Y(/^!?\[(label)\]\s*\[([^\]]*)\]/).replace("label", da).getRegex()
}, Sa = {
	...ba,
	emStrongRDelimAst: $i,
	emStrongLDelim: Yi,
	delLDelim: ra,
	delRDelim: ia,
	url: Y(/^emailProtocol|^((?:protocol):\/\/|www\.)(?:[a-zA-Z0-9\-]+\.?)+[^\s<]*|^email/).replace("emailProtocol", ya).replace("protocol", va).replace("email", /[A-Za-z0-9._+-]+(@)[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/).getRegex(),
	_backpedal: /(?:[^?!.,:;*_'"~()&]+|\([^)]*\)|&(?![a-zA-Z0-9]+;$)|[?!.,:;*_'"~)]+(?!$))+/,
	del: /^(~~?)(?=[^\s~])((?:\\[\s\S]|[^\\])*?(?:\\[\s\S]|[^\s~\\]))\1(?=[^~]|$)/,
	text: Y(/^(?:[^a-zA-Z0-9](?=emailProtocol)|(`+|~+|[^`~])(?:(?=[`~])|(?= {2,}\n)|(?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@)|[\s\S]*?(?:(?=[\\<!\[`*~_]|\b_|protocol:\/\/|wwwStart|$)|[^ ](?= {2,}\n)|[^a-zA-Z0-9](?=emailProtocol)|[^a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-](?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@))))/).replace("protocol", va).replace(/emailProtocol/g, /(?:mailto|xmpp):/).replace("wwwStart", ci ? "(?<![^\\s*_~(])www\\." : "www\\.").getRegex()
}, Ca = {
	...Sa,
	br: Y(Ii).replace("{2,}", "*").getRegex(),
	text: Y(Sa.text).replace("\\b_", "\\b_| {2,}\\n").replace(/\{2,\}/g, "*").getRegex()
}, wa = {
	normal: Ai,
	gfm: Mi,
	pedantic: Ni
}, Ta = {
	normal: ba,
	gfm: Sa,
	breaks: Ca,
	pedantic: xa
}, Ea = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
}, Da = (e) => Ea[e];
function Z(e, t) {
	if (t) {
		if (X.escapeTest.test(e)) return e.replace(X.escapeReplace, Da);
	} else if (X.escapeTestNoEncode.test(e)) return e.replace(X.escapeReplaceNoEncode, Da);
	return e;
}
function Oa(e) {
	return X.numericCharacterReference.test(e) ? e.replace(X.numericCharacterReferenceOrAmpersand, (e, t, n) => {
		if (t === void 0 && n === void 0) return "&amp;";
		let r = t === void 0 ? Number.parseInt(n, 16) : Number.parseInt(t, 10);
		return r === 0 || r > 1114111 || r >= 55296 && r <= 57343 ? "�" : r === 38 ? "&amp;" : String.fromCodePoint(r);
	}) : e;
}
function ka(e) {
	try {
		e = encodeURI(e).replace(X.percentDecode, "%");
	} catch {
		return null;
	}
	return e;
}
function Aa(e, t) {
	let n = e.replace(X.findPipe, (e, t, n) => {
		let r = !1, i = t;
		for (; --i >= 0 && n[i] === "\\";) r = !r;
		return r ? "|" : " |";
	}).split(X.splitPipe), r = 0;
	if (n[0].trim() || n.shift(), n.length > 0 && !n.at(-1)?.trim() && n.pop(), t) {
		if (n.length > t) n.splice(t);
		else for (; n.length < t;) n.push("");
	}
	for (; r < n.length; r++) n[r] = n[r].trim().replace(X.slashPipe, "|");
	return n;
}
function ja(e, t, n) {
	let r = e.length;
	if (r === 0) return "";
	let i = 0;
	for (; i < r;) {
		let a = e.charAt(r - i - 1);
		if (a === t && !n) i++;
		else if (a !== t && n) i++;
		else break;
	}
	return e.slice(0, r - i);
}
function Ma(e) {
	let t = e.split("\n"), n = t.length - 1;
	for (; n >= 0 && X.blankLine.test(t[n]);) n--;
	return t.length - n <= 2 ? e : t.slice(0, n + 1).join("\n");
}
function Na(e) {
	return e.trim().replace(X.multipleSpaceGlobal, " ").toLowerCase().toUpperCase().toLowerCase();
}
function Pa(e, t) {
	if (e.indexOf(t[0]) === -1 && e.indexOf(t[1]) === -1) return -1;
	let n = 0;
	for (let r = 0; r < e.length; r++) if (e[r] === "\\") r++;
	else if (e[r] === t[0]) n++;
	else if (e[r] === t[1] && (n--, n < 0)) return r;
	return n > 0 ? -2 : -1;
}
var Fa = /* @__PURE__ */ new WeakMap();
function Ia(e) {
	let t = {
		"*": -1,
		_: -1
	}, n = -1, r = e.length;
	for (let i = 0; i < r; i++) {
		let a = e[i];
		if (a !== "*" && a !== "_" && a !== "~") continue;
		let o = i === 0 ? "\n" : e[i - 1], s = i + 1;
		for (; s < r && e[s] === a;) s++;
		o !== " " && o !== "	" && o !== "\n" && o !== "\r" && o !== "\f" && (a === "~" ? n = i : t[a] = i), i = s - 1;
	}
	return {
		maskedSrc: e,
		lastPossibleEmStrongCloserIndex: t,
		lastPossibleDelCloserIndex: n
	};
}
function La(e, t) {
	let n = Ia(t), r = Fa.get(e);
	r ? r.push(n) : Fa.set(e, [n]);
}
function Ra(e) {
	let t = Fa.get(e);
	t && (t.pop(), t.length === 0 && Fa.delete(e));
}
function za(e, t, n) {
	let r = Fa.get(e)?.at(-1);
	return r && r.maskedSrc === t ? r.lastPossibleEmStrongCloserIndex[n] : Ia(t).lastPossibleEmStrongCloserIndex[n];
}
function Ba(e, t) {
	let n = Fa.get(e)?.at(-1);
	return n && n.maskedSrc === t ? n.lastPossibleDelCloserIndex : Ia(t).lastPossibleDelCloserIndex;
}
function Va(e, t = 0) {
	let n = t, r = "";
	for (let t of e) if (t === "	") {
		let e = 4 - n % 4;
		r += " ".repeat(e), n += e;
	} else r += t, n++;
	return r;
}
function Ha(e, t) {
	let n = "";
	for (let r = 0; r < e.length; r++) {
		if (e[r] === "`") {
			let i = t.inline.code.exec(e.slice(r));
			if (i) {
				n += i[0], r += i[0].length - 1;
				continue;
			}
		}
		e[r] === "\\" && (e[r + 1] === "[" || e[r + 1] === "]") ? (n += e[r + 1], r++) : n += e[r];
	}
	return n;
}
function Ua(e, t, n, r, i) {
	let a = t.href, o = t.title || null, s = Ha(e[1], i), c = e[0].charAt(0) === "!", l = r.state.inLink, u = r.state.linkEmitted, d = r.state.inRawBlock;
	r.state.inLink = !0, r.state.linkEmitted = !1;
	let f = r.inlineTokens(s), p = r.state.linkEmitted;
	if (r.state.linkEmitted = u, r.state.inLink = l, !c) {
		if (p) {
			r.state.inRawBlock = d;
			return;
		}
		r.state.linkEmitted = !0;
	}
	return {
		type: c ? "image" : "link",
		raw: n,
		href: a,
		title: o,
		text: s,
		tokens: f
	};
}
function Wa(e, t, n) {
	let r = e.match(n.other.indentCodeCompensation);
	if (r === null) return t;
	let i = r[1];
	return t.split("\n").map((e) => {
		let t = e.match(n.other.beginningSpace);
		if (t === null) return e;
		let [r] = t;
		return e.slice(Math.min(r.length, i.length));
	}).join("\n");
}
function Ga(e, t, n, r) {
	if (!t.includes("<")) return !1;
	for (let i = 0; i < t.length; i++) {
		if (t[i] === "\\") {
			i++;
			continue;
		}
		if (t[i] === "`") {
			let e = r.inline.code.exec(t.slice(i));
			if (e) {
				i += e[0].length - 1;
				continue;
			}
		}
		if (t[i] !== "<") continue;
		let a = e.slice(n + i), o = r.inline.tag.exec(a) || r.inline.autolink.exec(a);
		if (o) {
			if (o[0].length > t.length - i) return !0;
			i += o[0].length - 1;
		}
	}
	return !1;
}
var Ka = class {
	options;
	rules;
	lexer;
	constructor(e) {
		this.options = e || ii;
	}
	space(e) {
		let t = this.rules.block.newline.exec(e);
		if (t && t[0].length > 0) return {
			type: "space",
			raw: t[0]
		};
	}
	code(e) {
		let t = this.rules.block.code.exec(e);
		if (t) {
			let e = this.options.pedantic ? t[0] : Ma(t[0]);
			return {
				type: "code",
				raw: e,
				codeBlockStyle: "indented",
				text: e.replace(this.rules.other.codeRemoveIndent, "")
			};
		}
	}
	fences(e) {
		let t = this.rules.block.fences.exec(e);
		if (t) {
			let e = t[0], n = Wa(e, t[3] || "", this.rules);
			return t[3] !== void 0 && (n === "" || n.endsWith("\n")) && (n += "\n"), {
				type: "code",
				raw: e,
				lang: t[2] ? t[2].trim().replace(this.rules.inline.anyPunctuation, "$1") : t[2],
				text: n
			};
		}
	}
	heading(e) {
		let t = this.rules.block.heading.exec(e);
		if (t) {
			let e = t[2].trim();
			if (this.rules.other.endingHash.test(e)) {
				let t = ja(e, "#");
				(this.options.pedantic || !t || this.rules.other.endingSpaceTabChar.test(t)) && (e = t.trim());
			}
			return {
				type: "heading",
				raw: ja(t[0], "\n"),
				depth: t[1].length,
				text: e,
				tokens: this.lexer.inline(e)
			};
		}
	}
	hr(e) {
		let t = this.rules.block.hr.exec(e);
		if (t) return {
			type: "hr",
			raw: ja(t[0], "\n")
		};
	}
	blockquote(e) {
		let t = this.rules.block.blockquote.exec(e);
		if (t) {
			let e = ja(t[0], "\n").split("\n"), n = "", r = "", i = [];
			for (; e.length > 0;) {
				let t = !1, a = [], o = 0;
				for (; o < e.length; o++) if (this.rules.other.blockquoteStart.test(e[o])) a.push(e[o]), t = !0;
				else if (!t) a.push(e[o]);
				else break;
				e = e.slice(o);
				let s = a.join("\n"), c = s.replace(this.rules.other.blockquoteMarkerWhitespace, (e, t, n) => n.startsWith(" ") ? t + " " + n.slice(1) : t + Va(n, t.length)).replace(this.rules.other.blockquoteSetextReplace, "\n    $1").replace(this.rules.other.blockquoteSetextReplace2, "");
				n = n ? `${n}
${s}` : s, r = r ? `${r}
${c}` : c;
				let l = this.lexer.state.top;
				if (this.lexer.state.top = !0, this.lexer.blockTokens(c, i, !0), this.lexer.state.top = l, e.length === 0) break;
				let u = i.at(-1);
				if (u?.type === "code" || u?.type === "heading" || u?.type === "hr" || u?.type === "html" || u?.type === "table") break;
				if (u?.type === "blockquote") {
					let t = u, a = e.join("\n"), o = t.raw + "\n" + a.replace(this.rules.other.blockquoteSetextReplace2, ""), s = this.blockquote(o);
					i[i.length - 1] = s;
					let c = o.substring(s.raw.length).replace(/^\n/, ""), l = c ? c.split("\n").length : 0, d = l ? e.slice(0, -l) : e;
					if (d.length > 0 && (n = `${n}
${d.join("\n")}`), r = r.substring(0, r.length - t.text.length) + s.text, e = e.slice(d.length), e.length > 0 && this.rules.other.blockquoteStart.test(e[0])) continue;
					break;
				}
				if (u?.type === "list") {
					let t = u, a = t.raw + "\n" + e.join("\n"), o = this.list(a);
					i[i.length - 1] = o;
					let s = o.raw.length > t.raw.length ? a.slice(t.raw.length + 1, o.raw.length).split("\n").length : 0;
					if (s > 0) {
						let t = e.slice(0, s).join("\n");
						n = `${n}
${t}`, r = `${r}
${t}`;
					}
					if (e = e.slice(s), e.length > 0 && !this.rules.other.blockquoteStart.test(e[0])) break;
				}
			}
			return {
				type: "blockquote",
				raw: n,
				tokens: i,
				text: r
			};
		}
	}
	list(e) {
		let t = this.rules.block.list.exec(e);
		if (t) {
			if (!this.options.pedantic && this.lexer.state.lastToken?.type === "text" && !this.rules.other.listInterruptsParagraph.test(e)) return;
			let n = e, r = () => n.length - e.length, i = t[1].trim(), a = i.length > 1, o = {
				type: "list",
				raw: "",
				ordered: a,
				start: a ? +i.slice(0, -1) : "",
				loose: !1,
				items: []
			};
			i = a ? `\\d{1,9}\\${i.slice(-1)}` : `\\${i}`, this.options.pedantic && (i = a ? i : "[*+-]");
			let s = this.rules.other.listItemRegex(i), c = !1;
			for (; e;) {
				let i = !1, a = "";
				if (!(t = s.exec(e)) || this.rules.block.hr.test(e)) break;
				let l = r();
				e = e.substring(t[0].length);
				let u = t[2].split("\n", 1)[0], d = t[1].length, f = this.options.pedantic ? Va(u, d) : u.replace(this.rules.other.leadingSpaceTab, (e) => Va(e, d)), p = e.split("\n", 1)[0], m = !f.trim(), h = 0;
				if (this.options.pedantic ? (h = 2, a = f.trimStart()) : m ? h = d + 1 : (h = f.search(this.rules.other.nonSpaceChar), h = h > 4 ? 1 : h, a = f.slice(h), h += d), m && this.rules.other.blankLine.test(p) && (e = e.substring(p.length + 1), i = !0), !i) {
					let t = this.rules.other.nextBulletRegex(h), n = this.rules.other.hrRegex(h), r = this.rules.other.fencesBeginRegex(h), i = this.options.pedantic ? this.rules.other.pedanticHeadingBeginRegex(h) : this.rules.other.headingBeginRegex(h), o = this.rules.other.htmlBeginRegex(h), s = this.rules.other.blockquoteBeginRegex(h), c = !1;
					for (; e;) {
						let l = e.split("\n", 1)[0], u;
						if (p = l, this.options.pedantic ? (p = p.replace(this.rules.other.listReplaceNesting, "  "), u = p) : u = p.replace(this.rules.other.leadingSpaceTab, (e) => Va(e)), r.test(p) || i.test(p) || o.test(p) || s.test(p) || t.test(p) || n.test(p)) break;
						if (u.search(this.rules.other.nonSpaceChar) >= h || !p.trim()) a += "\n" + u.slice(h), c = !1;
						else {
							if (m) break;
							let e = f;
							if (!this.options.pedantic && !a.includes("\n") && !f.includes("	")) {
								let t;
								for (; !n.test(e) && (t = this.rules.other.nestedBlockMarker.exec(e));) e = e.slice(t[0].length);
								if (!e.trim()) break;
							}
							if (e.replace(this.rules.other.tabCharGlobal, "    ").search(this.rules.other.nonSpaceChar) >= 4 || r.test(e) || i.test(e) || o.test(e) || n.test(e)) break;
							if (!this.options.pedantic && !c) {
								let e = f.replace(this.rules.other.nestedContainerMarkers, "");
								if (this.rules.block.fences.test(e) || this.rules.block.heading.test(e) || this.rules.block.hr.test(e)) break;
							}
							let t = !this.options.pedantic && /^ {0,3}(?:=+|-+) *$/.test(p) && this.rules.block.lheading.test(`${f}
${p}`) ? `    ${u.replace(/^ {0,3}/, "")}` : p;
							a += "\n" + t, c = !0;
						}
						m = !p.trim(), e = e.substring(l.length + 1), f = u.slice(h);
					}
				}
				let g = n.slice(l, r());
				o.loose || (c ? o.loose = !0 : this.rules.other.doubleBlankLine.test(g) && (c = !0)), o.items.push({
					type: "list_item",
					raw: g,
					task: !!this.options.gfm && this.rules.other.listIsTask.test(a),
					loose: !1,
					text: a,
					tokens: []
				});
			}
			let l = o.items.at(-1);
			if (l) l.raw = l.raw.trimEnd(), l.text = l.text.trimEnd();
			else return;
			o.raw = n.slice(0, r()).trimEnd();
			let u = [];
			for (let e of o.items) if (this.lexer.state.top = !1, u.push(this.lexer.inlineQueue.length), e.tokens = this.lexer.blockTokens(e.text, []), !o.loose) {
				let t = e.tokens.filter((e) => e.type === "space");
				o.loose = t.length > 0 && t.some((e) => this.rules.other.anyLine.test(e.raw));
			}
			for (let e = 0; e < o.items.length; e++) {
				let t = o.items[e], n = t.tokens[0];
				if (t.task && (n?.type === "text" || n?.type === "paragraph")) {
					t.text = t.text.replace(this.rules.other.listReplaceTask, ""), n.raw = n.raw.replace(this.rules.other.listReplaceTask, ""), n.text = n.text.replace(this.rules.other.listReplaceTask, "");
					let r = this.lexer.inlineQueue;
					for (let t = u[e]; t < r.length; t++) if (r[t].tokens === n.tokens) {
						r[t].src = r[t].src.replace(this.rules.other.listReplaceTask, "");
						break;
					}
					let i = this.rules.other.listTaskCheckbox.exec(t.raw);
					if (i) {
						let e = {
							type: "checkbox",
							raw: i[0] + " ",
							checked: i[0] !== "[ ]"
						};
						t.checked = e.checked, o.loose ? t.tokens[0] && ["paragraph", "text"].includes(t.tokens[0].type) && "tokens" in t.tokens[0] && t.tokens[0].tokens ? (t.tokens[0].raw = e.raw + t.tokens[0].raw, t.tokens[0].text = e.raw + t.tokens[0].text, t.tokens[0].tokens.unshift(e)) : t.tokens.unshift({
							type: "paragraph",
							raw: e.raw,
							text: e.raw,
							tokens: [e]
						}) : t.tokens.unshift(e);
					}
				} else t.task &&= !1;
			}
			if (o.loose) for (let e of o.items) {
				e.loose = !0;
				for (let t of e.tokens) t.type === "text" && (t.type = "paragraph");
			}
			return o;
		}
	}
	html(e) {
		let t = this.rules.block.html.exec(e);
		if (t) {
			if (this.lexer.state.lastToken?.type === "paragraph" && !this.rules.other.htmlBeginRegex(4).test(e)) return;
			let n = Ma(t[0]);
			return {
				type: "html",
				block: !0,
				raw: n,
				pre: t[1] === "pre" || t[1] === "script" || t[1] === "style",
				text: n
			};
		}
	}
	def(e) {
		let t = this.rules.block.def.exec(e);
		if (t) {
			if (!this.rules.other.startAngleBracket.test(t[2]) && Pa(t[2], "()") !== -1) return;
			let e = Na(t[1]), n = t[2] ? t[2].replace(this.rules.other.hrefBrackets, "$1").replace(this.rules.inline.anyPunctuation, "$1") : "", r = t[3] ? t[3].substring(1, t[3].length - 1).replace(this.rules.inline.anyPunctuation, "$1") : t[3];
			return {
				type: "def",
				tag: e,
				raw: ja(t[0], "\n"),
				href: n,
				title: r
			};
		}
	}
	table(e) {
		let t = this.rules.block.table.exec(e);
		if (!t || !this.rules.other.tableDelimiter.test(t[2])) return;
		let n = Aa(t[1]), r = t[2].replace(this.rules.other.tableAlignChars, "").split("|"), i = t[3]?.trim() ? t[3].replace(this.rules.other.tableRowBlankLine, "").split("\n") : [], a = {
			type: "table",
			raw: ja(t[0], "\n"),
			header: [],
			align: [],
			rows: []
		};
		if (n.length === r.length) {
			for (let e of r) this.rules.other.tableAlignRight.test(e) ? a.align.push("right") : this.rules.other.tableAlignCenter.test(e) ? a.align.push("center") : this.rules.other.tableAlignLeft.test(e) ? a.align.push("left") : a.align.push(null);
			for (let e = 0; e < n.length; e++) a.header.push({
				text: n[e],
				tokens: this.lexer.inline(n[e]),
				header: !0,
				align: a.align[e]
			});
			for (let e of i) a.rows.push(Aa(e, a.header.length).map((e, t) => ({
				text: e,
				tokens: this.lexer.inline(e),
				header: !1,
				align: a.align[t]
			})));
			return a;
		}
	}
	lheading(e) {
		let t = this.rules.block.lheading.exec(e);
		if (t) {
			let e = t[1].trim();
			return {
				type: "heading",
				raw: ja(t[0], "\n"),
				depth: t[2].charAt(0) === "=" ? 1 : 2,
				text: e,
				tokens: this.lexer.inline(e)
			};
		}
	}
	paragraph(e) {
		let t = this.rules.block.paragraph.exec(e);
		if (t) {
			let e = t[1].charAt(t[1].length - 1) === "\n" ? t[1].slice(0, -1) : t[1];
			return {
				type: "paragraph",
				raw: t[0],
				text: e,
				tokens: this.lexer.inline(e)
			};
		}
	}
	text(e) {
		let t = this.rules.block.text.exec(e);
		if (t) return {
			type: "text",
			raw: t[0],
			text: t[0],
			tokens: this.lexer.inline(t[0])
		};
	}
	escape(e) {
		if (e.charCodeAt(0) !== 92) return;
		let t = this.rules.inline.escape.exec(e);
		if (t) return {
			type: "escape",
			raw: t[0],
			text: t[1]
		};
	}
	tag(e) {
		if (e.charCodeAt(0) !== 60) return;
		let t = this.rules.inline.tag.exec(e);
		if (t) return !this.lexer.state.inLink && this.rules.other.startATag.test(t[0]) ? this.lexer.state.inLink = !0 : this.lexer.state.inLink && this.rules.other.endATag.test(t[0]) && (this.lexer.state.inLink = !1), !this.lexer.state.inRawBlock && this.rules.other.startPreScriptTag.test(t[0]) ? this.lexer.state.inRawBlock = !0 : this.lexer.state.inRawBlock && this.rules.other.endPreScriptTag.test(t[0]) && (this.lexer.state.inRawBlock = !1), {
			type: "html",
			raw: t[0],
			inLink: this.lexer.state.inLink,
			inRawBlock: this.lexer.state.inRawBlock,
			block: !1,
			text: t[0]
		};
	}
	link(e) {
		if (this.lexer.state.linkParenPossible === !1) return;
		let t = e.charCodeAt(0);
		if (t !== 91 && t !== 33) return;
		let n = this.rules.inline.link.exec(e);
		if (n) {
			let t = n[0].charAt(0) === "!" ? 2 : 1;
			if (!this.options.pedantic && Ga(e, n[1], t, this.rules)) return;
			let r = n[2].trim();
			if (!this.options.pedantic && this.rules.other.startAngleBracket.test(r)) {
				if (!this.rules.other.endAngleBracket.test(r)) return;
				let e = ja(r.slice(0, -1), "\\");
				if ((r.length - e.length) % 2 == 0) return;
			} else {
				let e = Pa(n[2], "()");
				if (e === -2) return;
				if (e > -1) {
					let t = (n[0].indexOf("!") === 0 ? 5 : 4) + n[1].length + e;
					n[2] = n[2].substring(0, e), n[0] = n[0].substring(0, t).trim(), n[3] = "";
				}
			}
			let i = ja(n[0].slice(0, -1), "\\");
			if ((n[0].length - i.length) % 2 == 0) return;
			let a = n[2], o = "";
			if (this.options.pedantic) {
				let e = this.rules.other.pedanticHrefTitle.exec(a);
				e && (a = e[1], o = e[3]);
			} else o = n[3] ? n[3].slice(1, -1) : "";
			return a = a.trim(), this.rules.other.startAngleBracket.test(a) && (a = this.options.pedantic && !this.rules.other.endAngleBracket.test(r) ? a.slice(1) : a.slice(1, -1)), Ua(n, {
				href: a && a.replace(this.rules.inline.anyPunctuation, "$1"),
				title: o && o.replace(this.rules.inline.anyPunctuation, "$1")
			}, n[0], this.lexer, this.rules);
		}
	}
	reflink(e, t) {
		let n = e.charCodeAt(0);
		if (n !== 91 && n !== 33) return;
		let r;
		if ((r = this.rules.inline.reflink.exec(e)) || (r = this.rules.inline.nolink.exec(e))) {
			let n = r[0].charAt(0) === "!" ? 2 : 1;
			if (!this.options.pedantic && Ga(e, r[1], n, this.rules)) return;
			let i = t[Na(r[2] || r[1])];
			if (!i) {
				let e = r[0].charAt(0);
				return {
					type: "text",
					raw: e,
					text: e
				};
			}
			return Ua(r, i, r[0], this.lexer, this.rules);
		}
	}
	emStrong(e, t, n = "") {
		let r = this.rules.inline.emStrongLDelim.exec(e);
		if (!r || !r[1] && !r[2] && !r[3] && !r[4]) return;
		let i = r[0][0], a = n === i, o = t.length - e.length, s = o;
		for (; !this.options.pedantic && s > 0 && t[s - 1] === i;) s--;
		let c = [...t.slice(Math.max(0, s - 2), s)].at(-1) ?? "", l = c === "*" || c === "_" || !!this.rules.inline.punctuation.exec(c);
		s < o && (n = c);
		let u = s < o ? l : n === "*" || n === "_" || !!this.rules.inline.punctuation.exec(n);
		if (r[4] && n.match(this.rules.other.unicodeAlphaNumeric)) return;
		let d = r[1] || r[3] || "";
		if (!d || !n || u) {
			let n = [...r[0]].length - 1, u, f, p = n, m = 0, h = o - s + n, g = !this.options.pedantic && !!c.trim() && (!!d || i === "*" && !l);
			if (i !== "*" && i !== "_") return;
			let ee = i === "*" ? this.rules.inline.emStrongRDelimAst : this.rules.inline.emStrongRDelimUnd, te = za(this, t, i), ne = t.length - e.length + n;
			if (te < ne) return;
			t = t.slice(-1 * e.length + n);
			let _ = te - ne;
			for (ee.lastIndex = 0; (r = ee.exec(t)) !== null && !(r.index > _);) {
				if (u = r[1] || r[2] || r[3] || r[4] || r[5] || r[6], !u) continue;
				if (f = [...u].length, r[3] || r[4]) {
					p += f;
					continue;
				}
				if ((r[5] || r[6] || g) && h % 3 && !((h + f) % 3)) {
					if (a && (r[5] || r[6])) break;
					m += f;
					continue;
				}
				if (p -= f, p > 0) continue;
				f = Math.min(f, f + p + m);
				let t = [...r[0]][0].length, i = e.slice(0, n + r.index + t + f);
				if (Math.min(n, f) % 2) {
					let e = i.slice(1, -1);
					return {
						type: "em",
						raw: i,
						text: e,
						tokens: this.lexer.inlineTokens(e)
					};
				}
				let o = i.slice(2, -2);
				return {
					type: "strong",
					raw: i,
					text: o,
					tokens: this.lexer.inlineTokens(o)
				};
			}
		}
	}
	codespan(e) {
		if (e.charCodeAt(0) !== 96) return;
		let t = this.rules.inline.code.exec(e);
		if (t) {
			let e = t[2].replace(this.rules.other.newLineCharGlobal, " "), n = this.rules.other.nonSpaceChar.test(e), r = this.rules.other.startingSpaceChar.test(e) && this.rules.other.endingSpaceChar.test(e);
			return n && r && (e = e.substring(1, e.length - 1)), {
				type: "codespan",
				raw: t[0],
				text: e
			};
		}
	}
	br(e) {
		let t = e.charCodeAt(0);
		if (t !== 32 && t !== 92 && t !== 10) return;
		let n = this.rules.inline.br.exec(e);
		if (n) return {
			type: "br",
			raw: n[0]
		};
	}
	del(e, t, n = "") {
		if (e.charCodeAt(0) !== 126) return;
		let r = this.rules.inline.delLDelim.exec(e);
		if (r && (!r[1] || !n || this.rules.inline.punctuation.exec(n))) {
			let n = [...r[0]].length - 1, i, a, o = n, s = this.rules.inline.delRDelim, c = Ba(this, t), l = t.length - e.length + n;
			if (c < l) return;
			t = t.slice(-1 * e.length + n);
			let u = c - l;
			for (s.lastIndex = 0; (r = s.exec(t)) !== null && !(r.index > u);) {
				if (i = r[1] || r[2] || r[3] || r[4] || r[5] || r[6], !i || (a = [...i].length, a !== n)) continue;
				if (r[3] || r[4]) {
					o += a;
					continue;
				}
				if (o -= a, o > 0) continue;
				a = Math.min(a, a + o);
				let t = [...r[0]][0].length, s = e.slice(0, n + r.index + t + a), c = s.slice(n, -n);
				return {
					type: "del",
					raw: s,
					text: c,
					tokens: this.lexer.inlineTokens(c)
				};
			}
		}
	}
	autolink(e) {
		if (e.charCodeAt(0) !== 60) return;
		let t = this.rules.inline.autolink.exec(e);
		if (t) {
			let e, n;
			return t[2] === "@" ? (e = t[1], n = "mailto:" + e) : (e = t[1], n = e), {
				type: "link",
				raw: t[0],
				text: e,
				href: n,
				autolink: !0,
				tokens: [{
					type: "text",
					raw: e,
					text: e
				}]
			};
		}
	}
	url(e) {
		let t;
		if (t = this.rules.inline.url.exec(e)) {
			let e, n;
			if (t[2] === "@") e = t[0], n = "mailto:" + e;
			else {
				let r;
				do
					r = t[0], t[0] = this.rules.inline._backpedal.exec(t[0])?.[0] ?? "";
				while (r !== t[0]);
				e = t[0], n = t[1] === "www." ? "http://" + t[0] : t[0];
			}
			return {
				type: "link",
				raw: t[0],
				text: e,
				href: n,
				autolink: !0,
				tokens: [{
					type: "text",
					raw: e,
					text: e
				}]
			};
		}
	}
	inlineText(e) {
		let t = this.rules.inline.text.exec(e);
		if (t) {
			let e = this.lexer.state.inRawBlock;
			return {
				type: "text",
				raw: t[0],
				text: e ? t[0] : Oa(t[0]),
				escaped: e
			};
		}
	}
}, qa = class e {
	tokens;
	options;
	state;
	inlineQueue;
	tokenizer;
	constructor(e) {
		this.tokens = [], this.tokens.links = Object.create(null), this.options = e || ii, this.options.tokenizer = this.options.tokenizer || new Ka(), this.tokenizer = this.options.tokenizer, this.tokenizer.options = this.options, this.tokenizer.lexer = this, this.inlineQueue = [], this.state = {
			inLink: !1,
			inRawBlock: !1,
			linkEmitted: !1,
			linkParenPossible: !0,
			top: !0
		};
		let t = {
			other: X,
			block: wa.normal,
			inline: Ta.normal
		};
		this.options.pedantic ? (t.block = wa.pedantic, t.inline = Ta.pedantic) : this.options.gfm && (t.block = wa.gfm, t.inline = this.options.breaks ? Ta.breaks : Ta.gfm), this.tokenizer.rules = t;
	}
	static get rules() {
		return {
			block: wa,
			inline: Ta
		};
	}
	static lex(t, n) {
		return new e(n).lex(t);
	}
	static lexInline(t, n) {
		return new e(n).inlineTokens(t);
	}
	lex(e) {
		e = e.replace(X.carriageReturn, "\n"), this.blockTokens(e, this.tokens);
		for (let e = 0; e < this.inlineQueue.length; e++) {
			let t = this.inlineQueue[e];
			this.state.inRawBlock = !1, this.inlineTokens(t.src, t.tokens);
		}
		return this.inlineQueue = [], this.tokens;
	}
	blockTokens(e, t = [], n = !1) {
		this.tokenizer.lexer = this;
		let r = this.state.lastToken;
		this.options.pedantic && (e = e.replace(X.tabCharGlobal, "    ").replace(X.spaceLine, ""));
		let i = 1 / 0, a, o = this.options.gfm && !this.options.pedantic && this.tokenizer.paragraph === Ka.prototype.paragraph;
		for (; e;) {
			if (e.length < i) i = e.length;
			else {
				this.infiniteLoopError(e.charCodeAt(0));
				break;
			}
			this.state.lastToken = t.at(-1);
			let r;
			if (this.options.extensions?.block?.some((n) => (r = n.call({ lexer: this }, e, t)) ? (e = e.substring(r.raw.length), t.push(r), !0) : !1)) continue;
			if (r = this.tokenizer.space(e)) {
				e = e.substring(r.raw.length);
				let n = t.at(-1);
				r.raw.length === 1 && n !== void 0 ? n.raw += "\n" : t.push(r);
				continue;
			}
			if (r = this.tokenizer.code(e)) {
				e = e.substring(r.raw.length);
				let n = t.at(-1);
				n?.type === "paragraph" || n?.type === "text" ? (n.raw += (n.raw.endsWith("\n") ? "" : "\n") + r.raw, n.text += "\n" + r.text, this.inlineQueue.at(-1).src = n.text) : t.push(r);
				continue;
			}
			if ((r = this.tokenizer.fences(e)) || (r = this.tokenizer.heading(e)) || (r = this.tokenizer.hr(e)) || (r = this.tokenizer.blockquote(e)) || (r = this.tokenizer.list(e)) || (r = this.tokenizer.html(e))) {
				e = e.substring(r.raw.length), t.push(r);
				continue;
			}
			if (r = this.tokenizer.def(e)) {
				e = e.substring(r.raw.length);
				let n = t.at(-1);
				n?.type === "paragraph" || n?.type === "text" ? (n.raw += (n.raw.endsWith("\n") ? "" : "\n") + r.raw, n.text += "\n" + r.raw, this.inlineQueue.at(-1).src = n.text) : (this.tokens.links[r.tag] || (this.tokens.links[r.tag] = {
					href: r.href,
					title: r.title
				}), t.push(r));
				continue;
			}
			if ((r = this.tokenizer.table(e)) || (r = this.tokenizer.lheading(e))) {
				e = e.substring(r.raw.length), t.push(r);
				continue;
			}
			let s = e;
			if (this.options.extensions?.startBlock) {
				let t = 1 / 0, n = e.slice(1), r;
				this.options.extensions.startBlock.forEach((e) => {
					r = e.call({ lexer: this }, n), typeof r == "number" && r >= 0 && (t = Math.min(t, r));
				}), t < 1 / 0 && t >= 0 && (s = e.substring(0, t + 1));
			}
			if (this.state.top && (r = this.tokenizer.paragraph(s))) {
				let i = t.at(-1);
				(n || i === a && o) && i?.type === "paragraph" ? (i.raw += (i.raw.endsWith("\n") ? "" : "\n") + r.raw, i.text += "\n" + r.text, this.inlineQueue.pop(), this.inlineQueue.at(-1).src = i.text, a = i) : (t.push(r), a = r), n = s.length !== e.length, e = e.substring(r.raw.length);
			} else if (r = this.tokenizer.text(e)) {
				e = e.substring(r.raw.length);
				let n = t.at(-1);
				n?.type === "text" ? (n.raw += (n.raw.endsWith("\n") ? "" : "\n") + r.raw, n.text += "\n" + r.text, this.inlineQueue.pop(), this.inlineQueue.at(-1).src = n.text) : t.push(r);
			} else if (e) {
				this.infiniteLoopError(e.charCodeAt(0));
				break;
			}
		}
		return this.state.top = !0, this.state.lastToken = r, t;
	}
	inline(e, t = []) {
		return this.inlineQueue.push({
			src: e,
			tokens: t
		}), t;
	}
	linkInText(e) {
		if (!e.includes("[")) return !1;
		let t = this.tokenizer.rules.inline.link;
		for (let n of e.matchAll(this.tokenizer.rules.inline.blockSkip)) if (t.test(n[0]) && e.charAt(n.index - 1) !== "!") return !0;
		for (let t of e.matchAll(this.tokenizer.rules.inline.reflinkSearch)) {
			let e = t[0], n = e.lastIndexOf("[");
			if (e.charAt(0) !== "!" && Object.hasOwn(this.tokens.links, Na(e.slice(n + 1, -1))) && !(n > 1 && this.linkInText(e.slice(1, n - 1)))) return !0;
		}
		return !1;
	}
	inlineTokens(e, t = []) {
		this.tokenizer.lexer = this;
		let n = this.state.linkParenPossible;
		this.state.linkParenPossible = e.includes(")");
		try {
			return this.#e(e, t);
		} finally {
			this.state.linkParenPossible = n;
		}
	}
	#e(e, t) {
		let n = e.includes("*") || e.includes("_") || e.includes("~"), r = n || this.options.hooks?.emStrongMask || this.tokenizer.emStrong !== Ka.prototype.emStrong || this.tokenizer.del !== Ka.prototype.del ? this.#r(e) : e;
		if (!n) return this.#t(e, r, t);
		La(this.tokenizer, r);
		try {
			return this.#t(e, r, t);
		} finally {
			Ra(this.tokenizer);
		}
	}
	#t(e, t, n) {
		let r = !1, i = "", a = 1 / 0;
		for (; e;) {
			if (e.length < a) a = e.length;
			else {
				this.infiniteLoopError(e.charCodeAt(0));
				break;
			}
			r || (i = ""), r = !1;
			let o;
			if (this.options.extensions?.inline?.some((t) => (o = t.call({ lexer: this }, e, n)) ? (e = e.substring(o.raw.length), n.push(o), !0) : !1)) continue;
			if ((o = this.tokenizer.escape(e)) || (o = this.tokenizer.tag(e)) || (o = this.tokenizer.link(e))) {
				e = e.substring(o.raw.length), n.push(o);
				continue;
			}
			if (o = this.tokenizer.reflink(e, this.tokens.links)) {
				e = e.substring(o.raw.length);
				let t = n.at(-1);
				o.type === "text" && t?.type === "text" ? (t.raw += o.raw, t.text += o.text) : n.push(o);
				continue;
			}
			let s = e[0];
			if (s === "*" || s === "_") {
				let a = t.length - e.length;
				if (za(this.tokenizer, t, s) <= a) {
					let t = 1;
					for (; t < e.length && e.charCodeAt(t) === s.charCodeAt(0);) t++;
					let a = e.substring(0, t), o = n.at(-1);
					o?.type === "text" && !o.escaped ? (o.raw += a, o.text += a) : n.push({
						type: "text",
						raw: a,
						text: a,
						escaped: !1
					}), e = e.substring(t), i = s, r = !0;
					continue;
				}
			} else if (s === "~") {
				let a = t.length - e.length;
				if (Ba(this.tokenizer, t) <= a) {
					let t = 1;
					for (; t < e.length && e.charCodeAt(t) === 126;) t++;
					let a = e.substring(0, t), o = n.at(-1);
					o?.type === "text" && !o.escaped ? (o.raw += a, o.text += a) : n.push({
						type: "text",
						raw: a,
						text: a,
						escaped: !1
					}), e = e.substring(t), i = s, r = !0;
					continue;
				}
			}
			if ((o = this.tokenizer.emStrong(e, t, i)) || (o = this.tokenizer.codespan(e)) || (o = this.tokenizer.br(e)) || (o = this.tokenizer.del(e, t, i)) || (o = this.tokenizer.autolink(e)) || !this.state.inLink && (o = this.tokenizer.url(e))) {
				e = e.substring(o.raw.length), n.push(o);
				continue;
			}
			let c = e;
			if (this.options.extensions?.startInline) {
				let t = 1 / 0, n = e.slice(1), r;
				this.options.extensions.startInline.forEach((e) => {
					r = e.call({ lexer: this }, n), typeof r == "number" && r >= 0 && (t = Math.min(t, r));
				}), t < 1 / 0 && t >= 0 && (c = e.substring(0, t + 1));
			}
			if (o = this.tokenizer.inlineText(c)) {
				e = e.substring(o.raw.length), o.raw.slice(-1) !== "_" && (i = o.raw.slice(-1)), r = !0;
				let t = n.at(-1);
				t?.type === "text" ? (t.raw += o.raw, t.text += o.text) : n.push(o);
			} else if (e) {
				this.infiniteLoopError(e.charCodeAt(0));
				break;
			}
		}
		return n;
	}
	#n(e) {
		let { blockSkip: t, tag: n, autolink: r } = this.tokenizer.rules.inline, i = "", a = 0, o;
		for (t.lastIndex = 0; o = t.exec(e);) {
			let s = o.index + (o[2] ? o[2].length : 0), c = o.index + o[0].length;
			if (e.charAt(s) === "<") {
				let i = e.slice(s), a = n.exec(i) || r.exec(i);
				if (!a) {
					t.lastIndex = s + 1;
					continue;
				}
				c = s + a[0].length, t.lastIndex = c;
			}
			i += e.slice(a, s) + "[" + "a".repeat(c - s - 2) + "]", a = c;
		}
		return i + e.slice(a);
	}
	#r(e) {
		let t = e;
		if (this.tokens.links && e.includes("[")) {
			let e = this.tokenizer.rules.inline.reflinkSearch, n = (t) => {
				let r = t.lastIndexOf("[");
				if (!Object.hasOwn(this.tokens.links, Na(t.slice(r + 1, -1)))) return t;
				if (r > 1 && t.charAt(0) !== "!") {
					let i = t.slice(1, r - 1);
					if (this.linkInText(i)) return "[" + i.replace(e, n) + "][" + "a".repeat(t.length - r - 2) + "]";
				}
				return "[" + "a".repeat(t.length - 2) + "]";
			};
			t = t.replace(e, n);
		}
		return t = t.replace(this.tokenizer.rules.inline.anyPunctuationOutsideCode, (e, t, n) => n ? "+".repeat(e.length) : t ? t + e.slice(t.length, -t.length).replace(/`/g, "+") + t : e), t = this.#n(t), t = this.options.hooks?.emStrongMask?.call({ lexer: this }, t) ?? t, t;
	}
	infiniteLoopError(e) {
		let t = "Infinite loop on byte: " + e;
		if (this.options.silent) console.error(t);
		else throw Error(t);
	}
}, Ja = class {
	options;
	parser;
	constructor(e) {
		this.options = e || ii;
	}
	space(e) {
		return "";
	}
	code({ text: e, lang: t, escaped: n }) {
		let r = (t || "").match(X.notSpaceStart)?.[0], i = e ? e.replace(X.endingNewline, "") + "\n" : "";
		return r ? "<pre><code class=\"language-" + Z(r) + "\">" + (n ? i : Z(i, !0)) + "</code></pre>\n" : "<pre><code>" + (n ? i : Z(i, !0)) + "</code></pre>\n";
	}
	blockquote({ tokens: e }) {
		return `<blockquote>
${this.parser.parse(e)}</blockquote>
`;
	}
	html({ text: e }) {
		return e;
	}
	def(e) {
		return "";
	}
	heading({ tokens: e, depth: t }) {
		return `<h${t}>${this.parser.parseInline(e)}</h${t}>
`;
	}
	hr(e) {
		return "<hr>\n";
	}
	list(e) {
		let t = e.ordered, n = e.start, r = "";
		for (let t = 0; t < e.items.length; t++) {
			let n = e.items[t];
			r += this.listitem(n);
		}
		let i = t ? "ol" : "ul", a = t && n !== 1 ? " start=\"" + n + "\"" : "";
		return "<" + i + a + ">\n" + r + "</" + i + ">\n";
	}
	listitem(e) {
		return `<li>${this.parser.parse(e.tokens)}</li>
`;
	}
	checkbox({ checked: e }) {
		return "<input " + (e ? "checked=\"\" " : "") + "disabled=\"\" type=\"checkbox\"> ";
	}
	paragraph({ tokens: e }) {
		return `<p>${this.parser.parseInline(e)}</p>
`;
	}
	table(e) {
		let t = "", n = "";
		for (let t = 0; t < e.header.length; t++) n += this.tablecell(e.header[t]);
		t += this.tablerow({ text: n });
		let r = "";
		for (let t = 0; t < e.rows.length; t++) {
			let i = e.rows[t];
			n = "";
			for (let e = 0; e < i.length; e++) n += this.tablecell(i[e]);
			r += this.tablerow({ text: n });
		}
		return r &&= `<tbody>${r}</tbody>`, "<table>\n<thead>\n" + t + "</thead>\n" + r + "</table>\n";
	}
	tablerow({ text: e }) {
		return `<tr>
${e}</tr>
`;
	}
	tablecell(e) {
		let t = this.parser.parseInline(e.tokens), n = e.header ? "th" : "td";
		return (e.align ? `<${n} align="${e.align}">` : `<${n}>`) + t + `</${n}>
`;
	}
	strong({ tokens: e }) {
		return `<strong>${this.parser.parseInline(e)}</strong>`;
	}
	em({ tokens: e }) {
		return `<em>${this.parser.parseInline(e)}</em>`;
	}
	codespan({ text: e }) {
		return `<code>${Z(e, !0)}</code>`;
	}
	br(e) {
		return "<br>";
	}
	del({ tokens: e }) {
		return `<del>${this.parser.parseInline(e)}</del>`;
	}
	link({ href: e, title: t, text: n, tokens: r, autolink: i }) {
		let a = i ? Z(n, !0) : this.parser.parseInline(r), o = ka(e);
		if (o === null) return a;
		e = Z(o, i);
		let s = "<a href=\"" + e + "\"";
		return t && (s += " title=\"" + Z(t) + "\""), s += ">" + a + "</a>", s;
	}
	image({ href: e, title: t, text: n, tokens: r }) {
		r && (n = this.parser.parseInline(r, this.parser.textRenderer));
		let i = ka(e);
		if (i === null) return Z(n);
		e = i;
		let a = `<img src="${Z(e)}" alt="${Z(n)}"`;
		return t && (a += ` title="${Z(t)}"`), a += ">", a;
	}
	text(e) {
		return "tokens" in e && e.tokens ? this.parser.parseInline(e.tokens) : "escaped" in e && e.escaped ? e.text : Z(e.text);
	}
}, Ya = class {
	parser;
	strong({ text: e, tokens: t }) {
		return t ? this.parser.parseInline(t, this) : e;
	}
	em({ text: e, tokens: t }) {
		return t ? this.parser.parseInline(t, this) : e;
	}
	codespan({ text: e }) {
		return e;
	}
	del({ text: e, tokens: t }) {
		return t ? this.parser.parseInline(t, this) : e;
	}
	html({ text: e }) {
		return e;
	}
	text({ text: e }) {
		return e;
	}
	link({ text: e, tokens: t }) {
		return t ? this.parser.parseInline(t, this) : e;
	}
	image({ text: e, tokens: t }) {
		return t ? this.parser.parseInline(t, this) : e;
	}
	br() {
		return "\n";
	}
	checkbox({ raw: e }) {
		return e;
	}
}, Q = class e {
	options;
	renderer;
	textRenderer;
	constructor(e) {
		this.options = e || ii, this.options.renderer = this.options.renderer || new Ja(), this.renderer = this.options.renderer, this.renderer.options = this.options, this.renderer.parser = this, this.textRenderer = new Ya(), this.textRenderer.parser = this;
	}
	static parse(t, n) {
		return new e(n).parse(t);
	}
	static parseInline(t, n) {
		return new e(n).parseInline(t);
	}
	parse(e) {
		this.renderer.parser = this;
		let t = "";
		for (let n = 0; n < e.length; n++) {
			let r = e[n];
			if (this.options.extensions?.renderers?.[r.type]) {
				let e = r, n = this.options.extensions.renderers[e.type].call({ parser: this }, e);
				if (n !== !1 || ![
					"space",
					"hr",
					"heading",
					"code",
					"table",
					"blockquote",
					"list",
					"checkbox",
					"html",
					"def",
					"paragraph",
					"text"
				].includes(e.type)) {
					t += n === !1 ? "" : n ?? "";
					continue;
				}
			}
			let i = r;
			switch (i.type) {
				case "space":
					t += this.renderer.space(i);
					break;
				case "hr":
					t += this.renderer.hr(i);
					break;
				case "heading":
					t += this.renderer.heading(i);
					break;
				case "code":
					t += this.renderer.code(i);
					break;
				case "table":
					t += this.renderer.table(i);
					break;
				case "blockquote":
					t += this.renderer.blockquote(i);
					break;
				case "list":
					t += this.renderer.list(i);
					break;
				case "checkbox":
					t += this.renderer.checkbox(i);
					break;
				case "html":
					t += this.renderer.html(i);
					break;
				case "def":
					t += this.renderer.def(i);
					break;
				case "paragraph":
					t += this.renderer.paragraph(i);
					break;
				case "text":
					t += this.renderer.text(i);
					break;
				default: {
					let e = "Token with \"" + i.type + "\" type was not found.";
					if (this.options.silent) return console.error(e), "";
					throw Error(e);
				}
			}
		}
		return t;
	}
	parseInline(e, t = this.renderer) {
		this.renderer.parser = this;
		let n = "";
		for (let r = 0; r < e.length; r++) {
			let i = e[r];
			if (this.options.extensions?.renderers?.[i.type]) {
				let e = this.options.extensions.renderers[i.type].call({ parser: this }, i);
				if (e !== !1 || ![
					"escape",
					"html",
					"link",
					"image",
					"checkbox",
					"strong",
					"em",
					"codespan",
					"br",
					"del",
					"text"
				].includes(i.type)) {
					n += e === !1 ? "" : e ?? "";
					continue;
				}
			}
			let a = i;
			switch (a.type) {
				case "escape":
					n += t.text(a);
					break;
				case "html":
					n += t.html(a);
					break;
				case "link":
					n += t.link(a);
					break;
				case "image":
					n += t.image(a);
					break;
				case "checkbox":
					n += t.checkbox(a);
					break;
				case "strong":
					n += t.strong(a);
					break;
				case "em":
					n += t.em(a);
					break;
				case "codespan":
					n += t.codespan(a);
					break;
				case "br":
					n += t.br(a);
					break;
				case "del":
					n += t.del(a);
					break;
				case "text":
					n += t.text(a);
					break;
				default: {
					let e = "Token with \"" + a.type + "\" type was not found.";
					if (this.options.silent) return console.error(e), "";
					throw Error(e);
				}
			}
		}
		return n;
	}
}, Xa = class {
	options;
	block;
	constructor(e) {
		this.options = e || ii;
	}
	static passThroughHooks = /* @__PURE__ */ new Set([
		"preprocess",
		"postprocess",
		"processAllTokens",
		"emStrongMask"
	]);
	static passThroughHooksRespectAsync = /* @__PURE__ */ new Set([
		"preprocess",
		"postprocess",
		"processAllTokens"
	]);
	preprocess(e) {
		return e;
	}
	postprocess(e) {
		return e;
	}
	processAllTokens(e) {
		return e;
	}
	emStrongMask(e) {
		return e;
	}
	provideLexer(e = this.block) {
		return e ? qa.lex : qa.lexInline;
	}
	provideParser(e = this.block) {
		return e ? Q.parse : Q.parseInline;
	}
};
function Za(e, t) {
	if (Array.isArray(t)) for (let n = 0; n < t.length; n++) e.push(t[n]);
	else e.push(t);
}
var Qa = class {
	defaults = ri();
	options = this.setOptions;
	parse = this.parseMarkdown(!0);
	parseInline = this.parseMarkdown(!1);
	Parser = Q;
	Renderer = Ja;
	TextRenderer = Ya;
	Lexer = qa;
	Tokenizer = Ka;
	Hooks = Xa;
	constructor(...e) {
		this.use(...e);
	}
	walkTokens(e, t) {
		let n = [];
		for (let r of e) switch (Za(n, t.call(this, r)), r.type) {
			case "table": {
				let e = r;
				for (let r of e.header) Za(n, this.walkTokens(r.tokens, t));
				for (let r of e.rows) for (let e of r) Za(n, this.walkTokens(e.tokens, t));
				break;
			}
			case "list": {
				let e = r;
				Za(n, this.walkTokens(e.items, t));
				break;
			}
			default: {
				let e = r;
				this.defaults.extensions?.childTokens?.[e.type] ? this.defaults.extensions.childTokens[e.type].forEach((r) => {
					let i = e[r].flat(1 / 0);
					Za(n, this.walkTokens(i, t));
				}) : e.tokens && Za(n, this.walkTokens(e.tokens, t));
			}
		}
		return n;
	}
	use(...e) {
		let t = this.defaults.extensions || {
			renderers: Object.create(null),
			childTokens: Object.create(null)
		};
		return e.forEach((e) => {
			let n = { ...e };
			if (n.async = this.defaults.async || n.async || !1, e.extensions && (e.extensions.forEach((e) => {
				if (!e.name) throw Error("extension name required");
				if ("renderer" in e) {
					let n = t.renderers[e.name];
					n ? t.renderers[e.name] = function(...t) {
						let r = e.renderer.apply(this, t);
						return r === !1 && (r = n.apply(this, t)), r;
					} : t.renderers[e.name] = e.renderer;
				}
				if ("tokenizer" in e) {
					if (!e.level || e.level !== "block" && e.level !== "inline") throw Error("extension level must be 'block' or 'inline'");
					let n = t[e.level];
					n ? n.unshift(e.tokenizer) : t[e.level] = [e.tokenizer], e.start && (e.level === "block" ? t.startBlock ? t.startBlock.push(e.start) : t.startBlock = [e.start] : e.level === "inline" && (t.startInline ? t.startInline.push(e.start) : t.startInline = [e.start]));
				}
				"childTokens" in e && e.childTokens && (t.childTokens[e.name] = e.childTokens);
			}), n.extensions = t), e.renderer) {
				let t = this.defaults.renderer || new Ja(this.defaults);
				for (let n in e.renderer) {
					if (!(n in t)) throw Error(`renderer '${n}' does not exist`);
					if (["options", "parser"].includes(n)) continue;
					let r = n, i = e.renderer[r], a = t[r];
					t[r] = (...e) => {
						let n = i.apply(t, e);
						return n === !1 && (n = a.apply(t, e)), n === !1 ? "" : n ?? "";
					};
				}
				n.renderer = t;
			}
			if (e.tokenizer) {
				let t = this.defaults.tokenizer || new Ka(this.defaults);
				for (let n in e.tokenizer) {
					if (!(n in t)) throw Error(`tokenizer '${n}' does not exist`);
					if ([
						"options",
						"rules",
						"lexer"
					].includes(n)) continue;
					let r = n, i = e.tokenizer[r], a = t[r];
					t[r] = (...e) => {
						let n = i.apply(t, e);
						return n === !1 && (n = a.apply(t, e)), n;
					};
				}
				n.tokenizer = t;
			}
			if (e.hooks) {
				let t = this.defaults.hooks || new Xa();
				for (let n in e.hooks) {
					if (!(n in t)) throw Error(`hook '${n}' does not exist`);
					if (["options", "block"].includes(n)) continue;
					let r = n, i = e.hooks[r], a = t[r];
					t[r] = Xa.passThroughHooks.has(n) ? (e) => {
						if (t.options.async && Xa.passThroughHooksRespectAsync.has(n)) return (async () => {
							let n = await i.call(t, e);
							return a.call(t, n);
						})();
						let r = i.call(t, e);
						return a.call(t, r);
					} : (...e) => {
						if (t.options.async) return (async () => {
							let n = await i.apply(t, e);
							return n === !1 && (n = await a.apply(t, e)), n;
						})();
						let n = i.apply(t, e);
						return n === !1 && (n = a.apply(t, e)), n;
					};
				}
				n.hooks = t;
			}
			if (e.walkTokens) {
				let t = this.defaults.walkTokens, r = e.walkTokens;
				n.walkTokens = function(e) {
					let n = [];
					return Za(n, r.call(this, e)), t && Za(n, t.call(this, e)), n;
				};
			}
			this.defaults = {
				...this.defaults,
				...n
			};
		}), this;
	}
	setOptions(e) {
		return this.defaults = {
			...this.defaults,
			...e
		}, this;
	}
	lexer(e, t) {
		return qa.lex(e, t ?? this.defaults);
	}
	parser(e, t) {
		return Q.parse(e, t ?? this.defaults);
	}
	parseMarkdown(e) {
		return (t, n) => {
			let r = { ...n }, i = {
				...this.defaults,
				...r
			}, a = this.onError(!!i.silent, !!i.async);
			if (this.defaults.async === !0 && r.async === !1) return a(/* @__PURE__ */ Error("marked(): The async option was set to true by an extension. Remove async: false from the parse options object to return a Promise."));
			if (typeof t > "u" || t === null) return a(/* @__PURE__ */ Error("marked(): input parameter is undefined or null"));
			if (typeof t != "string") return a(/* @__PURE__ */ Error("marked(): input parameter is of type " + Object.prototype.toString.call(t) + ", string expected"));
			if (i.hooks && (i.hooks.options = i, i.hooks.block = e), i.async) return (async () => {
				let n = i.hooks ? await i.hooks.preprocess(t) : t, r = await (i.hooks ? await i.hooks.provideLexer(e) : e ? qa.lex : qa.lexInline)(n, i), a = i.hooks ? await i.hooks.processAllTokens(r) : r;
				i.walkTokens && await Promise.all(this.walkTokens(a, i.walkTokens));
				let o = await (i.hooks ? await i.hooks.provideParser(e) : e ? Q.parse : Q.parseInline)(a, i);
				return i.hooks ? await i.hooks.postprocess(o) : o;
			})().catch(a);
			try {
				i.hooks && (t = i.hooks.preprocess(t));
				let n = (i.hooks ? i.hooks.provideLexer(e) : e ? qa.lex : qa.lexInline)(t, i);
				i.hooks && (n = i.hooks.processAllTokens(n)), i.walkTokens && this.walkTokens(n, i.walkTokens);
				let r = (i.hooks ? i.hooks.provideParser(e) : e ? Q.parse : Q.parseInline)(n, i);
				return i.hooks && (r = i.hooks.postprocess(r)), r;
			} catch (e) {
				return a(e);
			}
		};
	}
	onError(e, t) {
		return (n) => {
			if (n.message += "\nPlease report this to https://github.com/markedjs/marked.", e) {
				let e = "<p>An error occurred:</p><pre>" + Z(n.message + "", !0) + "</pre>";
				return t ? Promise.resolve(e) : e;
			}
			if (t) return Promise.reject(n);
			throw n;
		};
	}
}, $a = new Qa();
function $(e, t) {
	return $a.parse(e, t);
}
$.options = $.setOptions = function(e) {
	return $a.setOptions(e), $.defaults = $a.defaults, ai($.defaults), $;
}, $.getDefaults = ri, $.defaults = ii;
function eo(...e) {
	return $a.use(...e), $.defaults = $a.defaults, ai($.defaults), $;
}
$.use = eo, $.walkTokens = function(e, t) {
	return $a.walkTokens(e, t);
}, $.parseInline = $a.parseInline, $.Parser = Q, $.parser = Q.parse, $.Renderer = Ja, $.TextRenderer = Ya, $.Lexer = qa, $.lexer = qa.lex, $.Tokenizer = Ka, $.Hooks = Xa, $.parse = $, $.options, $.setOptions, $.walkTokens, $.parseInline, Q.parse, qa.lex;
// src/markdown.ts
var to = new Qa({
	gfm: !0,
	breaks: !1
}), no = {
	ALLOWED_TAGS: [
		"p",
		"strong",
		"em",
		"ul",
		"ol",
		"li",
		"code",
		"pre",
		"blockquote",
		"h2",
		"h3",
		"h4",
		"h5",
		"h6",
		"br",
		"hr",
		"table",
		"thead",
		"tbody",
		"tr",
		"th",
		"td",
		"a",
		"button",
		"del"
	],
	ALLOWED_ATTR: [
		"href",
		"title",
		"start",
		"class",
		"data-source",
		"aria-label",
		"type",
		"align"
	],
	ALLOW_DATA_ATTR: !1,
	ALLOW_ARIA_ATTR: !1,
	ALLOWED_URI_REGEXP: /^(?:https?:\/\/|\/(?!\/))/i
}, ro = (e, t) => {
	let n = to.parse(e, { async: !1 }), r = ni.sanitize(n, {
		...no,
		ADD_ATTR: ["data-source"],
		RETURN_DOM_FRAGMENT: !0
	});
	for (let e of r.querySelectorAll("button")) e.replaceWith(...e.childNodes);
	for (let e of r.querySelectorAll("[class],[data-source],[aria-label],[type]")) for (let t of [
		"class",
		"data-source",
		"aria-label",
		"type"
	]) e.removeAttribute(t);
	for (let e of r.querySelectorAll("a[href]")) e.setAttribute("rel", "noopener noreferrer"), e.setAttribute("target", "_blank");
	for (let e of io(r)) ao(e, t);
	let i = document.createElement("div");
	return i.append(r), i.innerHTML;
}, io = (e) => {
	let t = [], n = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
	for (let e = n.nextNode(); e; e = n.nextNode()) e.parentElement?.closest("code, pre, a") || t.push(e);
	return t;
}, ao = (e, t) => {
	let n = e.data.replace(/ ?((?:\[S\d{1,3}\])+)([.,;:!?])/g, "$2 $1").split(/\[(S\d{1,3})\]/);
	if (n.length === 1) return;
	let r = [];
	n.forEach((e, i) => {
		if (i % 2 == 0) r.push(document.createTextNode(e));
		else if (t.has(e)) {
			let t = r.at(-2), a = n[i - 1] === "" && t instanceof HTMLElement ? t : document.createElement("span");
			a.className = "marks", a.append(oo(e)), r.push(a);
		}
	}), e.replaceWith(...r);
}, oo = (e) => {
	let t = document.createElement("button");
	return t.type = "button", t.className = "mark", t.dataset.source = e, t.setAttribute("aria-label", `Open source ${e.slice(1)}`), t.textContent = e.slice(1), t;
}, so = (e) => e.replace(/\\([\\`*_{}[\]()#+\-.!|<>])/g, "$1").replace(/\*\*/g, "").replace(/&lt;/g, "<").replace(/&amp;/g, "&"), co = class extends k {
	static {
		this.properties = {
			card: { attribute: !1 },
			sortBy: { state: !0 },
			downwards: { state: !0 }
		};
	}
	constructor() {
		super(), this.card = null, this.sortBy = -1, this.downwards = !1;
	}
	static {
		this.styles = [pn, s`
    :host { display: block; }
    section { border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); overflow: hidden; }
    header { display: flex; gap: 1rem; align-items: center; justify-content: space-between; padding: 0.6rem 0.9rem; border-bottom: 1px solid var(--line); }
    h3 { font-size: 0.95rem; margin: 0; }
    .tool { border: 1px solid var(--line); background: none; border-radius: 8px; padding: 0.15rem 0.6rem; font-size: 0.82rem; white-space: nowrap; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: 0.88rem; }
    th, td { padding: 0.45rem 0.9rem; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
    tbody tr:last-child > * { border-bottom: 0; }
    th { background: var(--sunken); white-space: nowrap; font-weight: 600; }
    th button { border: 0; background: none; padding: 0; font-weight: inherit; }
    .number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .short { white-space: nowrap; }
    td:not(.number, .short) { min-width: 6rem; }
    footer { padding: 0.45rem 0.9rem; font-size: 0.82rem; color: var(--quiet); border-top: 1px solid var(--line); }
    dl { display: grid; gap: 0.9rem; margin: 0; padding: 0.9rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr)); }
    dt { font-size: 0.82rem; color: var(--quiet); }
    dd { margin: 0; font-size: 1.15rem; font-weight: 600; overflow-wrap: anywhere; }
    .fields dd { font-size: 1rem; font-weight: 500; }
    .change { display: block; font-size: 0.82rem; font-weight: 400; color: var(--quiet); }
    .good { color: var(--good); } .warning { color: var(--warning); } .bad { color: var(--bad); }
    a { color: var(--accent); font-size: 0.85rem; }
  `];
	}
	render() {
		switch (this.card?.type) {
			case "table": return this.table(this.card);
			case "keyfigures": return this.figures(this.card);
			case "record": return this.record(this.card);
			case "chart": return this.table(uo(this.card));
			default: return w;
		}
	}
	frame(e, t, n) {
		return C`<section aria-label=${e}><header><h3>${e}</h3>${t}</header>${n}</section>`;
	}
	table(e) {
		let t = this.sorted(e), n = C`<button class="tool" type="button" @click=${() => this.download(e)}>Save as CSV</button>`;
		return this.frame(e.title, n, C`
      <div class="scroll" tabindex="0" role="region" aria-label=${`${e.title}, table`}>
        <table>
          <thead><tr>${e.columns.map((e, t) => C`<th scope="col" class=${wn(e.kind) ? "number" : ""}
            aria-sort=${this.sortBy === t ? this.downwards ? "descending" : "ascending" : "none"}>
            <button type="button" @click=${() => this.sort(t)}>${e.label}${this.sortBy === t ? this.downwards ? " ↓" : " ↑" : ""}</button></th>`)}</tr></thead>
          <tbody>${t.map((t) => C`<tr>${e.columns.map((e, n) => C`<td class=${lo(e.kind)}>${Sn(t[n] ?? null, e.kind, e.unit)}</td>`)}</tr>`)}</tbody>
        </table>
      </div>
      ${e.totalRows && e.totalRows > e.rows.length ? C`<footer>${e.rows.length} of ${e.totalRows} shown.</footer>` : w}`);
	}
	figures(e) {
		return this.frame(e.title, w, C`<dl>${e.items.map((e) => C`<div>
      <dt>${e.label}</dt>
      <dd class=${e.tone}>${Sn(e.value, e.kind, e.unit)}
        ${e.changePercent === null || e.changePercent === void 0 ? w : C`<span class="change">${e.changePercent > 0 ? "+" : ""}${Sn(e.changePercent, "percent")} against the period before</span>`}</dd>
    </div>`)}</dl>`);
	}
	record(e) {
		let t = e.uri && /^https?:\/\//i.test(e.uri) ? C`<a href=${e.uri} target="_blank" rel="noopener noreferrer">Open in Odoo</a>` : w;
		return this.frame(e.title, t, C`<dl class="fields">${e.fields.map((e) => C`<div><dt>${e.name}</dt><dd>${Cn(e)}</dd></div>`)}</dl>`);
	}
	sort(e) {
		this.downwards = this.sortBy === e && !this.downwards, this.sortBy = e;
	}
	sorted(e) {
		let t = this.sortBy, n = e.columns[t];
		if (!n) return e.rows;
		let r = wn(n.kind) ? (e, t) => Number(e ?? -Infinity) - Number(t ?? -Infinity) : (e, t) => String(e ?? "").localeCompare(String(t ?? ""), void 0, { numeric: !0 });
		return [...e.rows].sort((e, n) => r(e[t] ?? null, n[t] ?? null) * (this.downwards ? -1 : 1));
	}
	download(e) {
		let t = e.columns.map((e) => e.unit ? `${e.label} (${e.unit})` : e.label), n = URL.createObjectURL(new Blob(["﻿" + En(t, this.sorted(e))], { type: "text/csv;charset=utf-8" })), r = document.createElement("a");
		r.href = n, r.download = `${e.title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60)}.csv`, r.click(), setTimeout(() => URL.revokeObjectURL(n), 1e3);
	}
};
customElements.define("copilot-card", co);
var lo = (e) => wn(e) ? "number" : e === "code" || e === "date" || e === "date_time" ? "short" : "", uo = (e) => ({
	type: "table",
	title: e.title,
	sources: e.sources,
	columns: [{
		key: "label",
		label: "",
		kind: "text"
	}, ...e.series.map((t, n) => ({
		key: `s${n}`,
		label: t.name,
		kind: "number",
		unit: e.unit ?? null
	}))],
	rows: e.labels.map((t, n) => [t, ...e.series.map((e) => e.values[n] ?? null)])
}), fo = 6, po = class extends k {
	static {
		this.properties = {
			exchange: { attribute: !1 },
			copied: { state: !0 },
			allSources: { state: !0 }
		};
	}
	constructor() {
		super(), this.exchange = null, this.copied = !1, this.allSources = !1;
	}
	static {
		this.styles = [pn, s`
    :host { display: block; }
    .question { font-size: 1rem; font-weight: 400; margin: 0 0 0.9rem auto; width: fit-content; max-width: min(85%, 40rem); padding: 0.6rem 1rem; border-radius: var(--radius); background: var(--sunken); white-space: pre-wrap; overflow-wrap: anywhere; }
    .status { color: var(--quiet); margin: 0 0 0.5rem; }
    .status::before { content: ''; display: inline-block; width: 0.55rem; height: 0.55rem; margin-inline-end: 0.55rem; border-radius: 50%; background: var(--accent); }
    @media (prefers-reduced-motion: no-preference) { .status::before { animation: pulse 1.1s infinite alternate ease-in-out; } }
    @keyframes pulse { from { opacity: 0.25; } to { opacity: 1; } }
    .answer { overflow-wrap: anywhere; }
    .answer > :first-child { margin-top: 0; }
    .answer p, .answer ul, .answer ol { margin: 0 0 0.7rem; }
    .answer ul, .answer ol { padding-inline-start: 1.6rem; }
    .answer li { margin-bottom: 0.35rem; }
    .answer li > ul, .answer li > ol { margin: 0.35rem 0 0.6rem; padding-inline-start: 1.1rem; }
    .answer code { background: var(--sunken); padding: 0.1em 0.35em; border-radius: 5px; }
    .answer pre { overflow-x: auto; }
    .mark {
      border: 1px solid transparent; background: var(--sunken); color: var(--accent); border-radius: 5px; min-width: 1.3rem; min-height: 1.3rem;
      padding: 0 0.25rem; margin-inline: 0 0.15rem; font-size: 0.7rem; font-weight: 600; line-height: 1.2; vertical-align: 0.1em;
    }
    .marks { white-space: nowrap; }
    .mark:hover { border-color: var(--accent); }
    .notice { border-inline-start: 4px solid var(--warning); padding: 0.3rem 0.75rem; margin: 0 0 0.7rem; color: var(--quiet); }
    .failed { border-color: var(--bad); color: var(--text); }
    copilot-card { margin: 0.9rem 0; }
    .sources li { max-width: 100%; }
    .sources { margin: 0.9rem 0 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0.4rem; }
    .sources button { border: 1px solid var(--line); background: var(--surface); border-radius: 999px; padding: 0.25rem 0.75rem; font-size: 0.82rem; max-width: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .sources .more { border-style: dashed; color: var(--quiet); }
    .sources button:hover { border-color: var(--accent); }
    .tools { display: flex; flex-wrap: wrap; gap: 0.35rem; align-items: center; margin-top: 0.7rem; color: var(--quiet); font-size: 0.82rem; }
    .tools button { border: 1px solid transparent; background: none; border-radius: 8px; padding: 0.2rem 0.55rem; min-height: 1.8rem; }
    .tools button:hover, .tools [aria-pressed='true'] { border-color: var(--line); background: var(--sunken); }
    time { margin-inline-start: auto; }
  `];
	}
	render() {
		let e = this.exchange;
		if (!e) return w;
		let t = new Set(e.sources.map((e) => e.id));
		return C`<article aria-label="Question and answer">
      <h2 class="question"><span class="hidden">You asked: </span>${e.question}</h2>
      ${e.running ? C`<p class="status">${e.status}</p>` : w}
      ${e.turn?.degraded ? C`<p class="notice">${e.turn.degraded}</p>` : w}
      <div class="answer" @click=${this.marked}>${_n(ro(e.answer, t))}</div>
      ${e.problem ? C`<p class=${e.problem === "Stopped." ? "notice" : "notice failed"}>${e.problem}</p>` : w}
      ${e.cards.map((e) => C`<copilot-card .card=${e}></copilot-card>`)}
      ${e.sources.length > 0 ? C`<ul class="sources" aria-label="Sources">${(this.allSources ? e.sources : e.sources.slice(0, fo)).map((e) => C`<li>
        <button type="button" data-source=${e.id} title=${e.title} @click=${() => this.open(e.id)}>${e.id.slice(1)} · ${e.title}</button></li>`)}${this.allSources || e.sources.length <= fo ? w : C`<li>
        <button type="button" class="more" @click=${() => this.allSources = !0}>${e.sources.length - fo} more sources</button></li>`}</ul>` : w}
      ${e.running ? w : this.tools(e)}
    </article>`;
	}
	tools(e) {
		return C`<div class="tools">
      ${e.answer ? C`<button type="button" @click=${this.copy}>${this.copied ? "Copied" : "Copy"}</button>` : w}
      <button type="button" @click=${() => this.fire("again", e.question)}>Ask again</button>
      ${e.turn ? C`
        <button type="button" aria-pressed=${e.rating === "up"} @click=${() => this.fire("rate", "up")}>Helpful</button>
        <button type="button" aria-pressed=${e.rating === "down"} @click=${() => this.fire("rate", "down")}>Not helpful</button>
        <time datetime=${e.turn.startedAt}>${Tn(e.turn.startedAt)}</time>` : w}
    </div>`;
	}
	marked(e) {
		let t = e.target.closest("button.mark")?.dataset.source;
		t && this.open(t);
	}
	open(e) {
		this.fire("open-source", e);
	}
	fire(e, t) {
		this.dispatchEvent(new CustomEvent(e, { detail: t }));
	}
	async copy() {
		let e = this.exchange;
		if (!e) return;
		let t = e.sources.map((e) => `[${e.id}] ${e.title}`).join("\n");
		try {
			await navigator.clipboard.writeText(`${so(e.answer)}\n\n${t}`.trim()), this.copied = !0, setTimeout(() => this.copied = !1, 2e3);
		} catch {
			this.copied = !1;
		}
	}
};
customElements.define("copilot-message", po);
// src/elements/sign-in.ts
var mo = class extends k {
	static {
		this.properties = {
			busy: { type: Boolean },
			problem: { type: String }
		};
	}
	constructor() {
		super(), this.busy = !1, this.problem = "";
	}
	static {
		this.styles = [pn, s`
    :host { display: block; padding: 2rem 1rem; overflow: auto; }
    main { max-width: 46rem; margin: 0 auto; }
    h2 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 0.5rem; }
    p { margin: 0 0 1.5rem; color: var(--quiet); }
    ul { list-style: none; padding: 0; margin: 0; display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr)); }
    li button {
      width: 100%; height: 100%; text-align: start; padding: 1rem; border: 1px solid var(--line);
      border-radius: var(--radius); background: var(--surface);
    }
    li button:hover:not(:disabled) { border-color: var(--accent); background: var(--sunken); }
    strong { display: block; }
    span { color: var(--quiet); font-size: 0.9rem; }
    .problem { color: var(--bad); border-inline-start: 4px solid currentColor; padding-inline-start: 0.75rem; }
  `];
	}
	render() {
		return C`<main>
      <h2>Who is asking?</h2>
      <p>This is the practice company, Meridian. Each role sees what its own rights in the ERP allow, and nothing else.</p>
      ${this.problem ? C`<p class="problem" role="alert">${this.problem}</p>` : w}
      <ul>
        ${it.map((e) => C`<li>
          <button type="button" ?disabled=${this.busy} @click=${() => this.choose(e.id)}>
            <strong>${e.title}</strong><span>${e.about}</span>
          </button>
        </li>`)}
      </ul>
    </main>`;
	}
	choose(e) {
		this.dispatchEvent(new CustomEvent("choose", { detail: e }));
	}
};
customElements.define("copilot-sign-in", mo);
// src/document-text.ts
var ho = [[/^#{1,6}\s+/, "heading"], [/^\s*[-*]\s+/, "item"]], go = (e, t, n) => {
	let r = [], i = 0;
	for (let a of e.split("\n")) {
		let e = _o(a, t - i, n - i);
		e && (e.kind !== "gap" || r.at(-1)?.kind !== "gap") && r.push(e), i += a.length + 1;
	}
	return r;
}, _o = (e, t, n) => {
	if (e.trim() === "") return {
		kind: "gap",
		cells: []
	};
	if (/^\s*\|/.test(e)) return /^[\s|:-]+$/.test(e) ? null : {
		kind: "row",
		cells: vo(e).map(([r, i]) => yo(e, r, i, t, n))
	};
	for (let [r, i] of ho) {
		let a = r.exec(e);
		if (a) return {
			kind: i,
			cells: [yo(e, a[0].length, e.length, t, n)]
		};
	}
	return {
		kind: "text",
		cells: [yo(e, 0, e.length, t, n)]
	};
}, vo = (e) => {
	let t = [...e].flatMap((e, t) => e === "|" ? [t] : []);
	return t.slice(0, -1).map((n, r) => [n + 1, t[r + 1] ?? e.length]);
}, yo = (e, t, n, r, i) => {
	let a = [], o = !1;
	for (let s = t; s < n; s++) {
		if (e.startsWith("**", s) && s + 1 < n) {
			o = !o, s++;
			continue;
		}
		let t = s >= r && s < i, c = a.at(-1);
		c && c.marked === t && c.strong === o ? c.text += e[s] : a.push({
			text: e[s] ?? "",
			strong: o,
			marked: t
		});
	}
	return a;
}, bo = {
	passage: "Document passage",
	record: "Record",
	series: "Time series",
	document: "Document",
	calculation: "Calculation"
}, xo = class extends k {
	static {
		this.properties = {
			source: { attribute: !1 },
			view: { attribute: !1 },
			problem: { type: String }
		};
	}
	constructor() {
		super(), this.source = null, this.view = null, this.problem = "";
	}
	static {
		this.styles = [pn, s`
    :host { display: flex; flex-direction: column; background: var(--surface); border-inline-start: 1px solid var(--line); min-width: 0; }
    .head { display: flex; gap: 0.75rem; align-items: flex-start; padding: 0.9rem 1rem; border-bottom: 1px solid var(--line); }
    h2 { flex: 1; font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
    h2:focus-visible { outline: none; }
    .head small { display: block; font-weight: 400; color: var(--quiet); }
    .head button { border: 1px solid var(--line); background: none; border-radius: 8px; padding: 0.25rem 0.7rem; }
    .body { overflow: auto; padding: 1rem; flex: 1; }
    blockquote { margin: 0 0 1rem; padding: 0.6rem 0.9rem; background: var(--sunken); border-inline-start: 4px solid var(--accent); white-space: pre-wrap; overflow-wrap: anywhere; }
    .document { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.9rem; color: var(--quiet); }
    .document > * { margin: 0; }
    .heading { font-weight: 700; color: var(--text); }
    .item { padding-inline-start: 1rem; text-indent: -0.7rem; } .item::before { content: '•\\00a0'; }
    .gap { height: 0.7rem; }
    .row { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 0.6rem; border-bottom: 1px solid var(--line); padding: 0.2rem 0; white-space: normal; }
    mark { background: color-mix(in srgb, var(--accent) 22%, transparent); color: var(--text); border-radius: 4px; padding: 0.1em 0; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
    dl { margin: 0; display: grid; grid-template-columns: minmax(7rem, 40%) 1fr; gap: 0.35rem 0.9rem; }
    dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
    .note { border-inline-start: 4px solid var(--warning); padding-inline-start: 0.75rem; }
    .problem { color: var(--bad); }
    a { color: var(--accent); }
    h3 { font-size: 0.9rem; margin: 1.2rem 0 0.4rem; }
  `];
	}
	render() {
		let e = this.source;
		if (!e) return w;
		let t = this.view?.uri ?? e.uri, n = (this.view?.facts ?? []).filter((e) => e.name !== this.view?.calculation?.result.name);
		return C`<div class="head">
        <h2 tabindex="-1">${e.title}<small>${bo[e.kind]}${e.version ? ` · ${So(e.version)}` : ""} · read ${Tn(e.asOf)}</small></h2>
        <button type="button" @click=${this.close} aria-label="Close source">Close</button>
      </div>
      <div class="body" tabindex="0" role="region" aria-label="Source text">
        ${this.problem ? C`<p class="problem" role="alert">${this.problem}</p>` : w}
        ${(this.view?.notes ?? []).map((e) => C`<p class="note">${e}</p>`)}
        ${this.view?.text && this.view.place ? this.document(this.view) : this.view?.calculation ? w : C`<blockquote>${e.excerpt}</blockquote>`}
        ${this.view?.calculation ? this.calculation(this.view) : w}
        ${n.length > 0 ? C`<h3>Values</h3><dl>${n.map((e) => C`<dt>${e.name}</dt><dd>${Cn(e)}</dd>`)}</dl>` : w}
        ${t && /^https?:\/\//i.test(t) ? C`<p><a href=${t} target="_blank" rel="noopener noreferrer">Open the original</a></p>` : w}
      </div>`;
	}
	updated() {
		let e = this.renderRoot.querySelector(".body"), t = this.renderRoot.querySelector("mark");
		e && t && (e.scrollTop += t.getBoundingClientRect().top - e.getBoundingClientRect().top - 48);
	}
	focus() {
		this.renderRoot.querySelector("h2")?.focus();
	}
	document(e) {
		let t = e.place?.start ?? 0;
		return C`<div class="document">${go(e.text ?? "", t, e.place?.end ?? t).map((e) => this.line(e))}</div>`;
	}
	line(e) {
		return C`<div class=${e.kind}>${e.cells.map((t) => e.kind === "row" ? C`<span>${t.map(Co)}</span>` : t.map(Co))}</div>`;
	}
	calculation(e) {
		let t = e.calculation;
		return t ? C`<h3>How it was calculated</h3><p>${t.formula}</p>
      <dl>${t.inputs.map((e) => C`<dt>${e.name}</dt><dd>${Cn(e)}</dd>`)}<dt><strong>${t.result.name}</strong></dt><dd><strong>${Cn(t.result)}</strong></dd></dl>` : w;
	}
	close() {
		this.dispatchEvent(new CustomEvent("close"));
	}
};
customElements.define("copilot-source-drawer", xo);
var So = (e) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(e) ? `changed ${Tn(`${e.replace(" ", "T")}Z`)}` : `version ${e}`, Co = (e) => {
	let t = e.strong ? C`<strong>${e.text}</strong>` : e.text;
	return e.marked ? C`<mark>${t}</mark>` : t;
}, wo = class extends k {
	static {
		this.properties = {
			mode: {
				type: String,
				reflect: !0
			},
			service: { type: String },
			open: {
				type: Boolean,
				reflect: !0
			},
			session: { state: !0 },
			exchanges: { state: !0 },
			busy: { state: !0 },
			problem: { state: !0 },
			shown: { state: !0 },
			view: { state: !0 },
			viewProblem: { state: !0 },
			announcement: { state: !0 }
		};
	}
	constructor() {
		super(), this.client = null, this.running = null, this.opener = null, this.mode = "bubble", this.service = new URL(import.meta.url).origin, this.open = !1, this.session = dn(), this.exchanges = [], this.busy = !1, this.problem = "", this.shown = null, this.view = null, this.viewProblem = "", this.announcement = "";
	}
	static {
		this.styles = [pn, s`
    :host { display: block; }
    :host([mode='page']) { height: 100dvh; }
    :host([mode='panel']) { height: 100%; }
    .frame { height: 100%; display: flex; flex-direction: column; background: var(--surface); position: relative; overflow: hidden; }
    :host([mode='bubble']) .frame {
      position: fixed; inset-block-end: 5rem; inset-inline-end: 1rem; width: min(28rem, calc(100vw - 2rem)); height: min(44rem, calc(100dvh - 6.5rem));
      border: 1px solid var(--line); border-radius: var(--radius); box-shadow: 0 12px 40px rgb(0 0 0 / 0.25); z-index: 2147483000;
    }
    .bubble {
      position: fixed; inset-block-end: 1rem; inset-inline-end: 1rem; z-index: 2147483001; border: 0; border-radius: 999px; padding: 0.8rem 1.3rem;
      background: var(--accent); color: var(--on-accent); font-weight: 600; box-shadow: 0 6px 20px rgb(0 0 0 / 0.25);
    }
    .top { display: flex; gap: 0.6rem; align-items: center; padding: 0.6rem 1rem; border-bottom: 1px solid var(--line); }
    .brand { font-weight: 700; margin-inline-end: auto; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
    .who { color: var(--quiet); font-size: 0.88rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
    .top button { border: 1px solid var(--line); background: none; border-radius: 8px; padding: 0.25rem 0.7rem; font-size: 0.88rem; white-space: nowrap; }
    .top button:hover { background: var(--sunken); }
    .columns { flex: 1; min-height: 0; display: flex; }
    .chat { flex: 1; min-width: 0; display: flex; flex-direction: column; }
    .log { flex: 1; overflow: auto; padding: 1.25rem 1rem 2rem; }
    .inner { max-width: 52rem; margin: 0 auto; display: grid; gap: 2.2rem; grid-template-columns: minmax(0, 1fr); }
    .start h2 { font-size: 1.5rem; margin: 1rem 0 0.25rem; }
    .start p { margin: 0 0 1.25rem; color: var(--quiet); }
    .start ul { list-style: none; padding: 0; margin: 0; display: grid; gap: 0.6rem; }
    .start li button { text-align: start; width: 100%; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); }
    .start li button:hover { border-color: var(--accent); background: var(--sunken); }
    copilot-source-drawer { width: min(26rem, 42%); }
    copilot-sign-in { flex: 1; }
    :host([mode='bubble']) copilot-source-drawer { position: absolute; inset: 0; width: auto; }
    @media (max-width: 46rem) {
      copilot-source-drawer { position: absolute; inset: 0; width: auto; border: 0; }
      .who, .long { display: none; }
    }
  `];
	}
	render() {
		return this.mode === "bubble" ? C`${this.open ? this.frame() : w}
      <button class="bubble" type="button" aria-expanded=${this.open} @click=${() => this.open = !this.open}>${this.open ? "Close" : "Ask the copilot"}</button>` : this.frame();
	}
	disconnectedCallback() {
		super.disconnectedCallback(), this.running?.stop(), this.client?.close(), this.client = null;
	}
	frame() {
		return C`<div class="frame" @keydown=${this.key}>
      <header class="top">
        <div class="brand" role="heading" aria-level=${this.mode === "page" ? 1 : 2}>Distribution Copilot</div>
        ${this.session ? C`<span class="who">${this.session.displayName} · ${at(this.session.persona)?.title ?? this.session.persona}</span>
          <button type="button" @click=${this.fresh} ?disabled=${this.exchanges.length === 0}>New<span class="long"> conversation</span></button>
          <button type="button" @click=${this.signOut}>Sign out</button>` : w}
      </header>
      ${this.session ? this.chat() : C`<copilot-sign-in .busy=${this.busy} .problem=${this.problem} @choose=${this.signIn}></copilot-sign-in>`}
      <div class="hidden" role="status" aria-live="polite">${this.announcement}</div>
    </div>`;
	}
	chat() {
		return C`<div class="columns">
      <main class="chat">
        <div class="log" tabindex="0" role="region" aria-label="Conversation"><div class="inner">
          ${this.exchanges.length === 0 ? this.start() : Ze(this.exchanges, (e) => e.key, (e) => C`<copilot-message .exchange=${e}
            @open-source=${(t) => void this.openSource(e, t)}
            @again=${(e) => void this.ask(e.detail)}
            @rate=${(t) => void this.rate(e, t.detail)}></copilot-message>`)}
        </div></div>
        <copilot-ask-box .running=${this.running !== null} @ask=${(e) => void this.ask(e.detail)} @stop=${this.stop}></copilot-ask-box>
      </main>
      ${this.shown ? C`<copilot-source-drawer role="complementary" aria-label="Source" .source=${this.shown.source} .view=${this.view} .problem=${this.viewProblem}
        @close=${this.closeSource}></copilot-source-drawer>` : w}
    </div>`;
	}
	start() {
		return C`<div class="start">
      <h2>What do you need to know?</h2>
      <p>Answers come from the company's documents and from Odoo, with every source one click away.</p>
      <ul aria-label="Questions to begin with">${(at(this.session?.persona ?? "")?.suggestions ?? []).map((e) => C`<li><button type="button" @click=${() => void this.ask(e)}>${e}</button></li>`)}</ul>
    </div>`;
	}
	async signIn(e) {
		this.busy = !0, this.problem = "";
		try {
			this.session = await cn.signIn(this.service, e.detail), fn(this.session), await this.updateComplete, this.box()?.focus();
		} catch (e) {
			this.problem = To(e);
		} finally {
			this.busy = !1;
		}
	}
	signOut() {
		this.fresh(), this.client?.close(), this.client = null, this.session = null, fn(null);
	}
	fresh() {
		this.stop(), this.exchanges = [], this.conversationId = void 0, this.closeSource();
	}
	async ask(e) {
		if (this.running || !this.session) return;
		let t = et(e);
		this.exchanges = [...this.exchanges, t], this.announcement = "Looking it up…", this.client ??= new cn(this.service, () => this.session?.token ?? ""), this.running = this.client.ask({
			question: e,
			...this.conversationId ? { conversationId: this.conversationId } : {}
		}, (e) => {
			tt(t, e), e.type === "turn" && (this.conversationId = e.turn.conversationId), this.refresh(t);
		}), this.scrollDown(!0);
		try {
			await this.running.done, nt(t);
		} catch (e) {
			rt(t, To(e)), e instanceof sn && e.status === 401 && (fn(null), this.session = null, this.problem = e.message);
		} finally {
			this.running = null, this.refresh(t), this.announcement = t.turn ? `Answer: ${Eo(t.answer)}` : t.problem, await this.updateComplete, this.box()?.focus();
		}
	}
	stop() {
		this.running?.stop();
	}
	async rate(e, t) {
		if (e.turn && this.client) {
			try {
				await this.client.rate(e.turn.turnId, t), e.rating = t, this.announcement = "Thank you, your rating was kept.";
			} catch (e) {
				this.announcement = To(e);
			}
			this.refresh(e);
		}
	}
	async openSource(e, t) {
		let n = e.sources.find((e) => e.id === t.detail);
		if (!n || !e.turn || !this.client) return;
		this.opener = t.target.shadowRoot?.activeElement;
		let r = {
			turnId: e.turn.turnId,
			source: n
		};
		this.shown = r, this.view = null, this.viewProblem = "", await this.updateComplete, this.renderRoot.querySelector("copilot-source-drawer")?.focus();
		try {
			let e = await this.client.openSource(r.turnId, n.id);
			this.shown === r && (this.view = e);
		} catch (e) {
			this.shown === r && (this.viewProblem = To(e));
		}
	}
	closeSource() {
		this.shown = null, this.view = null, this.opener?.focus(), this.opener = null;
	}
	key(e) {
		e.key === "Escape" && this.shown && this.closeSource();
	}
	refresh(e) {
		this.exchanges = this.exchanges.map((t) => t.key === e.key ? { ...e } : t), this.scrollDown(!1);
	}
	scrollDown(e) {
		this.updateComplete.then(() => {
			let t = this.renderRoot.querySelector(".log");
			t && (e || t.scrollHeight - t.scrollTop - t.clientHeight < 160) && (t.scrollTop = t.scrollHeight);
		});
	}
	box() {
		return this.renderRoot.querySelector("copilot-ask-box");
	}
};
customElements.define("distribution-copilot", wo);
var To = (e) => e instanceof sn ? e.message : "Something went wrong here. Try again.", Eo = (e) => e.replace(/\[S\d+\]/g, "").replace(/[*_\\]/g, "").split(/(?<=[.!?])\s/)[0]?.slice(0, 300) ?? "";
